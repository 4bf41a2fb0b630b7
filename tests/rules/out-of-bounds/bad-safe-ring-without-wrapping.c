// A ring is written behind its last place, where it should begin again.
#include <corten.h>
#pragma corten safe

#define SIZE 32u

struct ring {
    unsigned char byte[SIZE];
    unsigned head, count;
} __invariant(head < SIZE && count <= SIZE);

int ring_add(struct ring *r, unsigned char b)
{
    if (r->count == SIZE)
        return -1;
    r->byte[r->head + r->count] = b; //~ out-of-bounds
    r->count++;
    return 0;
}
