// The caller only borrows what the lookup returns.
#include <stdio.h>
#include <stdlib.h>

static int squares[] = { 0, 1, 4, 9 };

static int *lookup(int i)
{
    return i >= 0 && i < 4 ? &squares[i] : NULL;
}

int main(void)
{
    int *p = lookup(2);
    if (p == NULL)
        return 1;
    printf("%d\n", *p);
    return 0;
}
