// A block is passed on with the count of another.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

int check(const int *__counted_by(n) v, size_t n);

int check_both(const int *__counted_by(na) a, size_t na, const int *__counted_by(nb) b, size_t nb)
{
    return check(a, na) && check(b, na) && nb > 0; //~ out-of-bounds
}
