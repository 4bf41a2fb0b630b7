// A function returns the array in which it built the text.
#include <stdio.h>

static const char *hex(unsigned n)
{
    char buf[16];
    snprintf(buf, sizeof buf, "%x", n);
    return buf; //~ use-after-scope
}

int main(void)
{
    const char *s = hex(255);
    printf("%c\n", s[0]);
    return 0;
}
