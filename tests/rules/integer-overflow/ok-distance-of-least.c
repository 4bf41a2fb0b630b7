// As bad-distance-of-least.c, but in a type that holds the result; and where -n is no size.
#include <stdio.h>
#include <string.h>

static size_t distance(int from_here)
{
    long long n = from_here;
    n = n < 0 ? -n : n;
    return n > 16 ? 16 : (size_t)n;
}

static int balance(int n)
{
    return n < 0 ? -n : n;
}

int main(void)
{
    char from[16] = "abcdefghijklmno", to[16];
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    memcpy(to, from, distance(n));
    fwrite(to, 1, 1, stdout);
    printf("%d\n", balance(n));
    return 0;
}
