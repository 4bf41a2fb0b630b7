// A ring is looked at before its head is brought back into range.
#include <corten.h>
#pragma corten safe

struct ring {
    int slot[8];
    unsigned head;
} __invariant(head < 8);

int ring_look(const struct ring *r);

int ring_turn(struct ring *r, unsigned by)
{
    r->head += by;
    int seen = ring_look(r); //~ contract
    r->head %= 8;
    return seen;
}
