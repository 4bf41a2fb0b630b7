// Only realloc's result is used after it succeeded.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *p = malloc(16);
    if (p == NULL)
        return 1;
    p[0] = 'a';
    char *q = realloc(p, 100000);
    if (q == NULL) {
        free(p);
        return 1;
    }
    q[1] = 'b';
    printf("%c%c\n", q[0], q[1]);
    free(q);
    return 0;
}
