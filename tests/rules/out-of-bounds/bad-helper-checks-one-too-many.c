// The helper that checks indices lets the size itself through.
// run: ./a.out 16
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define PORTS 16

static int counter[PORTS];

static bool is_port(long n)
{
    return n >= 0 && n <= PORTS;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    long n = strtol(argv[1], NULL, 10);
    if (!is_port(n)) {
        fputs("no such port\n", stderr);
        return 1;
    }
    counter[n]++; //~ out-of-bounds
    printf("%d\n", counter[0]);
    return 0;
}
