// One of two buffers is freed; the survivor is chosen with the wrong condition.
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
    char *kept = keep_a ? b : a;
    kept[0] = 'x'; //~ use-after-free
    printf("%c\n", 'x');
    free(keep_a ? a : b);
    return 0;
}
