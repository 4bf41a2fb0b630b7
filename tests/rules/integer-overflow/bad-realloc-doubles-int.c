// A capacity given by the user is doubled as int.
// run: ./a.out 1500000000
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int cap = argc > 1 ? atoi(argv[1]) : 16;
    if (cap <= 0)
        return 1;
    char *buf = malloc((size_t)cap);
    if (buf == NULL)
        return 1;
    cap = cap * 2; //~ integer-overflow
    char *more = realloc(buf, (size_t)cap);
    if (more == NULL) {
        free(buf);
        return 1;
    }
    more[0] = 'x';
    puts("grown");
    free(more);
    return 0;
}
