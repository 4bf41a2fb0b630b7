// More elements are sorted than the array has.
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

int main(void)
{
    int v[8] = { 5, 3, 8, 1, 9, 2, 7, 4 };
    qsort(v, 10, sizeof v[0], compare); //~ out-of-bounds
    printf("%d\n", v[0]);
    return 0;
}
