// A lookup may return an entry of the static table, which the caller frees.
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
    free(p); //~ invalid-free
    return 0;
}
