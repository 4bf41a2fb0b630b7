// The same with its reason, and a list of two rules of which one is needed.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *p = malloc(8);
    if (p == NULL)
        return 1;
    p[0] = 'x';
    free(p);
    printf("%c\n", p[0]); // corten: allow(use-after-free, uninit) shows what a quarantine catches
    return 0;
}
