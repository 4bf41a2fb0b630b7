// An address is shifted by a field that is below 32.
#include <corten.h>
#pragma corten safe

struct pager {
    unsigned bits;
} __invariant(bits < 32);

unsigned page_of(const struct pager *p, unsigned address)
{
    return address >> p->bits;
}
