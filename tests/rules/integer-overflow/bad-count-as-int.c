// A count from the command line is multiplied as int to size an array.
// run: ./a.out 300000000
#include <stdio.h>
#include <stdlib.h>

struct point {
    double x, y;
};

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    int n = atoi(argv[1]);
    if (n <= 0)
        return 1;
    int bytes = n * (int)sizeof(struct point); //~ integer-overflow
    struct point *p = malloc((size_t)bytes);
    if (p == NULL)
        return 1;
    p[0].x = 1;
    printf("%g\n", p[0].x);
    free(p);
    return 0;
}
