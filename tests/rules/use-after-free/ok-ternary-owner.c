// The survivor is chosen with the same condition that chose the victim.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    (void)argv;
    char *a = calloc(4, 1), *b = calloc(4, 1);
    if (a == NULL || b == NULL) {
        free(a);
        free(b);
        return 1;
    }
    int keep_a = argc > 1;
    free(keep_a ? b : a);
    char *kept = keep_a ? a : b;
    kept[0] = 'x';
    printf("%s\n", kept);
    free(kept);
    return 0;
}
