// A borrow of the place behind the last element is no borrow of an element.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

const int *last(const int *__counted_by(n) v, size_t n)
{
    return &v[n]; //~ out-of-bounds
}
