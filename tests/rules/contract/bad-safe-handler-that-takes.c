// A handler that keeps what it is given stands where one that only looks is wanted.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct record {
    int key;
};

typedef void visit_fn(struct record *r);

void each(visit_fn *visit);

static void handle(struct record *__own r)
{
    r->key = 0;
    free(r);
}

void all(void)
{
    each(handle); //~ contract
}
