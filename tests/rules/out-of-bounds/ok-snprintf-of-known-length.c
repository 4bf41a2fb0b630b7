// What snprintf returns is limited where its format and its arguments are.
// run: ./a.out 123456789
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t put(char *to, size_t room, const char *from, size_t n)
{
    if (n > room)
        n = room;
    memcpy(to, from, n);
    return n;
}

int main(int argc, char **argv)
{
    char number[12], real[32], pair[28], out[64];
    int k = argc > 1 ? atoi(argv[1]) : -1;
    int n = snprintf(number, sizeof number, "%d", k);
    size_t used = put(out, sizeof out, number, (size_t)n);
    number[n] = '\0';
    n = snprintf(real, sizeof real, "%.14g", k / 3.0);
    used += put(out + used, sizeof out - used, real, (size_t)n);
    n = snprintf(pair, sizeof pair, "%u-%04x;", (unsigned)k, (unsigned)k & 0xffff);
    pair[n - 1] = '.';
    used += put(out + used, sizeof out - used, pair, (size_t)n);
    n = snprintf(number, sizeof number, "%c%c", 'a', 'b');
    number[n++] = '!';
    number[n] = '\0';
    printf("%.*s %s\n", (int)used, out, number);
    return 0;
}
