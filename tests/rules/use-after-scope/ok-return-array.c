// The text is built in the caller's array.
#include <stdio.h>

static const char *hex(char *buf, size_t size, unsigned n)
{
    snprintf(buf, size, "%x", n);
    return buf;
}

int main(void)
{
    char buf[16];
    const char *s = hex(buf, sizeof buf, 255);
    printf("%c\n", s[0]);
    return 0;
}
