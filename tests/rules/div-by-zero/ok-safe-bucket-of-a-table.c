// A hash is reduced to the size of a table that never is empty.
#include <corten.h>
#pragma corten safe

struct table {
    unsigned buckets;
    unsigned used;
} __invariant(buckets > 0);

unsigned bucket_of(const struct table *t, unsigned hash)
{
    return hash % t->buckets;
}
