// The search for the colon stops at the end of the argument.
// run: ./a.out user
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char spec[24];
    if (argc < 2 || strlen(argv[1]) >= sizeof spec)
        return 1;
    memset(spec, ' ', sizeof spec);
    strcpy(spec, argv[1]);
    const char *p = spec;
    while (*p != ':' && *p != '\0')
        p++;
    printf("%d characters\n", (int)(p - spec));
    return 0;
}
