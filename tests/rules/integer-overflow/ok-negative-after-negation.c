// What is still negative after its negation is refused, or was left out before.
#include <stdio.h>
#include <string.h>

static void copy(char to[16], const char from[16], int n)
{
    if (n < 0)
        n = -n;
    if (n < 0 || n > 16)
        return;
    memcpy(to, from, (size_t)n);
}

int main(void)
{
    char from[16] = "abcdefghijklmno", to[16] = "";
    int n, m;
    if (scanf("%d %d", &n, &m) != 2)
        return 1;
    copy(to, from, n);
    if (m < -16 || m > 0)
        return 1;
    memcpy(to, from, (size_t)-m);
    fwrite(to, 1, 1, stdout);
    return 0;
}
