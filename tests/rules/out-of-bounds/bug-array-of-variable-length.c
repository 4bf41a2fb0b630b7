// A text of n characters is put into an array of n, and terminated.
// run: ./a.out 5
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void rule_off(int n)
{
    char line[n];
    memset(line, '-', (size_t)n);
    line[n] = '\0'; //~ out-of-bounds
    puts(line);
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 10;
    if (n > 0 && n < 80)
        rule_off(n);
    return 0;
}
