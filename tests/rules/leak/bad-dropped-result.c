// The copy that a helper returns is printed, and then nobody has it.
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
    printf("%s\n", capital("word")); //~ leak
    return 0;
}
