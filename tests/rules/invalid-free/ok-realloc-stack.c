// The first growth allocates and copies; the later ones call realloc.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char first[4] = "abc";
    char *p = first;
    size_t cap = sizeof first, len = 3;
    for (int i = 0; i < 6; i++) {
        if (len + 2 > cap) {
            cap *= 2;
            char *q = p == first ? malloc(cap) : realloc(p, cap);
            if (q == NULL)
                break;
            if (p == first)
                memcpy(q, first, sizeof first);
            p = q;
        }
        p[len++] = 'x';
        p[len] = '\0';
    }
    puts(p);
    if (p != first)
        free(p);
    return 0;
}
