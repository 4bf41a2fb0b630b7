// A ring is made with a head that no ring may have, and passed on.
#include <corten.h>
#pragma corten safe

struct ring {
    int slot[8];
    unsigned head;
} __invariant(head < 8);

int ring_first(const struct ring *r);

int start(void)
{
    struct ring r = { { 0 }, 8 };
    return ring_first(&r); //~ contract
}
