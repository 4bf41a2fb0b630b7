// A reference to an object that others may hold, too, is freed by hand.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct texture {
    unsigned refs;
    int width;
} __refcounted(texture_get, texture_put);

struct texture *__own texture_get(struct texture *t);
void texture_put(struct texture *__own t);

void forget(struct texture *__own t)
{
    free(t); //~ mismatched-free
}
