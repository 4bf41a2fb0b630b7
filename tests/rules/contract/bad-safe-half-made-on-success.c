// A constructor of two parts says that it succeeded when only the first was made.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <stddef.h>

struct pair {
    int *__own a;
    int *__own b;
};

int pair_init(struct pair *__inits __when(return == 0) p)
{
    int *a = calloc(4, sizeof *a);
    if (a == NULL)
        return -1;
    int *b = calloc(4, sizeof *b);
    if (b == NULL) {
        p->a = a;
        return 0; //~ contract
    }
    p->a = a;
    p->b = b;
    return 0;
}
