// The last element of a vector is read if it has one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct numbers {
    long *__own __counted_by(size) at;
    size_t size;
};

long numbers_last(const struct numbers *v)
{
    return v->size > 0 ? v->at[v->size - 1] : 0;
}
