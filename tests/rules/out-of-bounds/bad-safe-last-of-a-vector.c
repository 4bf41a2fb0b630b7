// The last element of a vector that may be empty is read.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct numbers {
    long *__own __counted_by(size) at;
    size_t size;
};

long numbers_last(const struct numbers *v)
{
    return v->at[v->size - 1]; //~ out-of-bounds
}
