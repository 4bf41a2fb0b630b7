// A record is freed without the name that it owns.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct record {
    char *__own _Nullable __null_terminated name;
    unsigned long id;
};

struct store {
    struct record *__own _Nullable latest;
};

void store_forget(struct store *s)
{
    struct record *r = s->latest;
    if (r == NULL)
        return;
    s->latest = NULL;
    free(r); //~ leak
}
