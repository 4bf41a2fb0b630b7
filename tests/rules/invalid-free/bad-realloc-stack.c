// A buffer that began on the stack is grown by realloc.
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
            char *q = realloc(p, cap); //~ invalid-free
            if (q == NULL)
                break;
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
