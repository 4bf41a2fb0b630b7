// What the second pointer points to is copied before the array is freed.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *v = calloc(8, sizeof *v);
    if (!v)
        return 1;
    int *mid = v + 4;
    *mid = 42;
    int kept = *mid;
    free(v);
    printf("%d\n", kept);
    return 0;
}
