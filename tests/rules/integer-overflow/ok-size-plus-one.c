// Lengths of things in memory can't be so large that one more overflows.
// run: ./a.out text more
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list {
    size_t n;
    char *item[];
};

int main(int argc, char **argv)
{
    size_t n = (size_t)(argc - 1), bytes = 0;
    if (argc < 2)
        return 1;
    for (int i = 1; i < argc; i++)
        bytes += strlen(argv[i]) + 1;
    struct list *l = malloc(sizeof *l + (n + 1) * sizeof l->item[0]);
    char *all = malloc(bytes);
    if (l == NULL || all == NULL) {
        free(l);
        free(all);
        return 1;
    }
    l->n = n;
    char *p = all;
    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(argv[i + 1]) + 1;
        l->item[i] = memcpy(p, argv[i + 1], len);
        p += len;
    }
    l->item[n] = NULL;
    for (char **s = l->item; *s; s++)
        puts(*s);
    free(all);
    free(l);
    return 0;
}
