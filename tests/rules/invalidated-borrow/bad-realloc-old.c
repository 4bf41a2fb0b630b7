// The old pointer is written through after realloc moved the block.
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
    p[1] = 'b'; //~ invalidated-borrow
    printf("%c\n", q[0]);
    free(q);
    return 0;
}
