// Remainders of negative numbers are made positive before they are indices.
// run: ./a.out -17
#include <stdio.h>
#include <stdlib.h>

#define DAYS 7

static const char *const day[DAYS] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static int wrap(int i, int n)
{
    int r = i % n;
    return r < 0 ? r + n : r;
}

int main(int argc, char **argv)
{
    int k = argc > 1 ? atoi(argv[1]) : 3;
    int a = k % DAYS;
    if (a < 0)
        a += DAYS;
    puts(day[a]);
    puts(day[(k % DAYS + DAYS) % DAYS]);
    puts(day[wrap(k, DAYS)]);
    puts(day[(unsigned)k % DAYS]);
    puts(day[wrap(k, 3) + wrap(k, 5)]);
    puts(k < 0 ? day[-(k % DAYS)] : day[k % DAYS]);
    return 0;
}
