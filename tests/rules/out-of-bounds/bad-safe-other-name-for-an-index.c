// An index that was tested is changed under another name.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

int pick(const int *__counted_by(4) v, const size_t *i, size_t *last)
{
    if (*i >= 4)
        return 0;
    *last = 9;
    return v[*i]; //~ out-of-bounds
}
