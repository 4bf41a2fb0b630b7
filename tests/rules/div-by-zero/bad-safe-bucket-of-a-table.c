// A hash is reduced to the size of a table that may be empty.
#include <corten.h>
#pragma corten safe

struct table {
    unsigned buckets;
    unsigned used;
};

unsigned bucket_of(const struct table *t, unsigned hash)
{
    return hash % t->buckets; //~ div-by-zero
}
