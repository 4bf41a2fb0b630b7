// The run-time check of an index lets the length itself through.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct row {
    double cell[20];
    size_t used;
} __invariant(used <= 20);

double row_get(const struct row *r, size_t i)
{
    __checked(i <= r->used);
    return r->cell[i]; //~ out-of-bounds
}
