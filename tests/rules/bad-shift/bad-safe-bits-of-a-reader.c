// A reader of bits shifts by a count that may be anything.
#include <corten.h>
#pragma corten safe
#include <stdint.h>

struct reader {
    uint32_t bits;
    unsigned have;
};

uint32_t reader_peek(const struct reader *r, unsigned count)
{
    return r->bits >> (32 - count); //~ bad-shift
}
