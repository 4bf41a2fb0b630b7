// A second pointer into the same array is read after the array was freed.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *v = calloc(8, sizeof *v);
    if (!v)
        return 1;
    int *mid = v + 4;
    *mid = 42;
    free(v);
    printf("%d\n", *mid); //~ use-after-free
    return 0;
}
