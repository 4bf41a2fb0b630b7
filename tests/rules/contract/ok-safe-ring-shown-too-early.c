// A ring is looked at after its head was brought back into range.
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
    r->head %= 8;
    int seen = ring_look(r);
    return seen;
}
