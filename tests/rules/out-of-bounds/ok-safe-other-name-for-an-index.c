// An index is changed under another name, and tested after that.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

int pick(const int *__counted_by(4) v, const size_t *i, size_t *last)
{
    *last = 9;
    if (*i >= 4)
        return 0;
    return v[*i];
}
