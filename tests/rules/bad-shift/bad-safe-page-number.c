// An address is shifted by a field that may hold anything.
#include <corten.h>
#pragma corten safe

struct pager {
    unsigned bits;
};

unsigned page_of(const struct pager *p, unsigned address)
{
    return address >> p->bits; //~ bad-shift
}
