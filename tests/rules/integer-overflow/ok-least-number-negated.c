// The least int has no positive twin, so it is moved by one before it is negated.
#include <limits.h>
#include <stdio.h>

int main(void)
{
    int n;
    unsigned v = 0xbeef;
    if (scanf("%d", &n) != 1)
        return 1;
    const char *digits = "0123456789abcdef";
    char text[8];
    if (n == INT_MIN)
        n = INT_MIN + 1;
    if (n < 0) {
        n = -n;
        digits = "0123456789ABCDEF";
    }
    if (n > 8)
        n = 8;
    for (int i = n; --i >= 0; v >>= 4)
        text[i] = digits[v & 15];
    fwrite(text, 1, (size_t)n, stdout);
    return 0;
}
