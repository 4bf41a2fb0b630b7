// A backslash as the last character jumps over the end of the string.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t unescaped_length(const char *s)
{
    size_t n = 0;
    while (*s != '\0') {
        if (*s == '\\')
            s++;
        s++;
        n++;
    }
    return n;
}

int main(void)
{
    char *s = malloc(5);
    if (s == NULL)
        return 1;
    memcpy(s, "dir\\", 5);
    printf("%zu\n", unescaped_length(s)); //~ out-of-bounds
    free(s);
    return 0;
}
