// Memory from malloc is returned to the caller.
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *doubled(const char *s)
{
    size_t n = strlen(s);
    char *p = malloc(2 * n + 1);
    if (p == NULL)
        return NULL;
    memcpy(p, s, n);
    memcpy(p + n, s, n + 1);
    return p;
}

int main(void)
{
    char *p = doubled("ab");
    if (p == NULL)
        return 1;
    printf("%c\n", p[3]);
    free(p);
    return 0;
}
