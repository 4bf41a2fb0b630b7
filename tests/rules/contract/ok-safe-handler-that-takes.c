// A handler that only looks stands where such a one is wanted.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct record {
    int key;
};

typedef void visit_fn(struct record *r);

void each(visit_fn *visit);

static void handle(struct record *r)
{
    r->key = 0;
}

void all(void)
{
    each(handle);
}
