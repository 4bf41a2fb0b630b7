// The copy of a string has no room for its terminating null character.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy_of(const char *s)
{
    char *p = malloc(strlen(s));
    if (p == NULL)
        return NULL;
    strcpy(p, s); //~ out-of-bounds
    return p;
}

int main(int argc, char **argv)
{
    char *p = copy_of(argc > 1 ? argv[1] : "nobody");
    if (p == NULL)
        return 1;
    puts(p);
    free(p);
    return 0;
}
