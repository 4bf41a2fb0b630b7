// %.17g prints a few characters at most.
#include <stdio.h>

static int digits(int v)
{
    return v < 10 ? 1 : v < 100 ? 2 : v < 1000 ? 3 : v < 10000 ? 4 : 5;
}

void reply(double d)
{
    char b[5152];
    int n = snprintf(b + 7, sizeof b - 7, "%.17g", d), k = digits(n);
    b[4 - k] = '$';
    b[n + 7] = '\r';
    b[n + 8] = '\n';
    fwrite(b, 1, n + 9, stdout);
}
