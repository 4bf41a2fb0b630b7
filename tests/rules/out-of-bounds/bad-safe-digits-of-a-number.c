// The digits of a number are written without a look at the room.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

size_t put_digits(char *__counted_by(room) out, size_t room, unsigned v)
{
    size_t n = 0;
    while (v > 0) {
        out[n++] = (char)('0' + v % 10); //~ out-of-bounds
        v /= 10;
    }
    return n;
}
