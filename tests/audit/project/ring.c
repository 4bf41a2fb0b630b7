#include "ring.h"

#include <stdint.h>
#pragma corten safe

bool ring_put(struct ring *r, unsigned char byte)
{
    if (r->len == 16)
        return false;
    r->bytes[(r->first + r->len) % 16] = byte; // the next free one

    r->len++;
    return true;
}

/* The device looks at the ring
 * when the doorbell "rings" & <not> before. */
__unsafe void ring_bell(uintptr_t door)
{
    *(volatile uint32_t *)door = 1;
}

bool ring_send(struct ring *r, unsigned char byte)
{
    if (!ring_is_empty(r) || !ring_put(r, byte))
        return false;
    // The board maps the doorbell here,
    // and nobody else writes to it.
    __unsafe {
        ring_bell(0x40020000);
    }
    __unsafe { /* twice, for the first one may be lost */ ring_bell(0x40020000); }
    __unsafe {
        ring_bell(0x40020004);
    }
    return true;
}

int ring_at(const struct ring *r, size_t i)
{
    return r->bytes[i]; // corten: allow(out-of-bounds) i is a number from 0 to 15, <b>always</b>
}

int ring_nth(const struct ring *r, size_t i)
{
    return r->bytes[i];
}
