// Memory from alloca is returned to the caller.
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *doubled(const char *s)
{
    size_t n = strlen(s);
    char *p = alloca(2 * n + 1);
    memcpy(p, s, n);
    memcpy(p + n, s, n + 1);
    return p; //~ use-after-scope
}

int main(void)
{
    char *p = doubled("ab");
    printf("%c\n", p[3]);
    return 0;
}
