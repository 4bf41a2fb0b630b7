// A row of n + 1 cells is computed from the row above, with lengths that were limited.
// run: ./a.out kitten sitting
#include <stdio.h>
#include <string.h>

#define LONGEST 32

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
    unsigned m = a < b ? a : b;
    return m < c ? m : c;
}

int main(int argc, char **argv)
{
    unsigned row[LONGEST + 1];
    if (argc < 3)
        return 1;
    const char *a = argv[1], *b = argv[2];
    size_t na = strlen(a), nb = strlen(b);
    if (na > LONGEST || nb > LONGEST)
        return 1;
    for (size_t j = 0; j <= nb; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= na; i++) {
        unsigned corner = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= nb; j++) {
            unsigned above = row[j];
            row[j] = min3(above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1]));
            corner = above;
        }
    }
    printf("%u\n", row[nb]);
    return 0;
}
