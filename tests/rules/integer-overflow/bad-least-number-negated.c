// The least int has no positive twin: its negation stays negative and passes the limit.
#include <stdio.h>

int main(void)
{
    int n;
    unsigned v = 0xbeef;
    if (scanf("%d", &n) != 1)
        return 1;
    const char *digits = "0123456789abcdef";
    char text[8];
    if (n < 0) {
        n = -n; //~ integer-overflow
        digits = "0123456789ABCDEF";
    }
    if (n > 8)
        n = 8;
    for (int i = n; --i >= 0; v >>= 4)
        text[i] = digits[v & 15];
    fwrite(text, 1, (size_t)n, stdout);
    return 0;
}
