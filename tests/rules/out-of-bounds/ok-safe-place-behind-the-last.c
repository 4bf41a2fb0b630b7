// The last element is lent where there is one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

const int *_Nullable last(const int *__counted_by(n) v, size_t n)
{
    return n > 0 ? &v[n - 1] : NULL;
}
