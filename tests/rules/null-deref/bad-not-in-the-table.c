// What bsearch returns is used though the key may not be there.
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static int square_root(int n)
{
    static int squares[] = {0, 1, 4, 9, 16};
    int *found = bsearch(&n, squares, 5, sizeof squares[0], compare);
    printf("%d\n", *found); //~ null-deref
    return found == NULL ? -1 : (int)(found - squares);
}

int main(void)
{
    return square_root(5) == -1;
}
