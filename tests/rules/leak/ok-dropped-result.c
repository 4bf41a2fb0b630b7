// The copy that a helper returns is kept, printed and freed.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *capital(const char *s)
{
    char *p = strdup(s);
    if (p == NULL)
        abort();
    p[0] = (char)toupper((unsigned char)p[0]);
    return p;
}

int main(void)
{
    char *p = capital("word");
    printf("%s\n", p);
    free(p);
    return 0;
}
