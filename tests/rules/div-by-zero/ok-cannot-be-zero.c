// Divisors that are sizes, powers, lengths of what is there, or were set to something.
// run: ./a.out 5
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct grid {
    unsigned rows, columns;
};

static unsigned round_up(unsigned n, unsigned align)
{
    return (n + align - 1) / align * align;
}

static int grid_init(struct grid *g, unsigned rows, unsigned columns)
{
    if (rows == 0 || columns == 0)
        return -1;
    g->rows = rows;
    g->columns = columns;
    return 0;
}

int main(int argc, char **argv)
{
    unsigned n = argc > 1 ? (unsigned)atoi(argv[1]) : 0;
    struct grid g;
    unsigned page = 1u << (12 + n % 4), base = 10, sum = n / page;
    sum += round_up(n % 1000, sizeof(long));
    sum += 100 / (unsigned)sizeof argv;
    if (argc > 1 && argv[1][0] != '\0')
        sum += 1000 / (unsigned)strlen(argv[1]);
    switch (n % 3) {
    case 1: base = 8; break;
    case 2: base = 16; break;
    }
    sum += n % base;
    if (grid_init(&g, n, 4) == 0)
        sum += 1000 / g.rows + n % g.columns;
    unsigned most = 1;
    for (unsigned i = 1; i < 10; i++)
        if (i * n % 7 > most)
            most = i * n % 7;
    printf("%u\n", sum * 100 / most);
    return 0;
}
