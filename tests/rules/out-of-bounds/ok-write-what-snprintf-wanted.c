// No more characters are sent than snprintf has written.
// run: ./a.out name-of-somebody-that-is-longer-than-the-line
#include <stdio.h>

static void send_bytes(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        putchar(p[i]);
}

int main(int argc, char **argv)
{
    char line[32];
    int n = snprintf(line, sizeof line, "USER %s\r\n", argc > 1 ? argv[1] : "anonymous");
    if (n < 0)
        return 1;
    if (n > (int)sizeof line - 1)
        n = (int)sizeof line - 1;
    send_bytes(line, (size_t)n);
    return 0;
}
