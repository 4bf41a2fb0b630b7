// Divisors from outside that were tested, replaced or can't be zero.
// run: ./a.out 0
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX(a, b) ((a) > (b) ? (a) : (b))

static int positive(int n)
{
    return n > 0 ? n : 1;
}

static int is_usable(int n)
{
    return n != 0 && n != -1;
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 7, sum = 0;
    unsigned u = (unsigned)n;
    if (n)
        sum += 100 % (n > 0 ? n : 3);
    sum += n != 0 && 50 / n > 2;
    sum += !n || 60 % n == 1;
    sum += 70 / MAX(n, 1);
    sum += 80 / positive(n);
    if (is_usable(n))
        sum += 90 / n;
    sum += (int)(100 / (u | 1));
    sum += (int)(110 / ((u & 7) + 1));
    sum += (int)(120 / (u % 5 + 2));
    n = n > 0 ? n : 4;
    assert(n != 0);
    printf("%d\n", sum / n);
    return 0;
}
