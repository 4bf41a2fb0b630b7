// All three entries of the table are searched.
#include <stdio.h>
#include <stdlib.h>

static int by_value(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    (void)argv;
    static const int squares[3] = {1, 4, 9};
    const int *found = bsearch(&argc, squares, 3, sizeof *squares, by_value);
    puts(found ? "a square" : "none");
    return 0;
}
