// The digits of a number are written while there is room.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

size_t put_digits(char *__counted_by(room) out, size_t room, unsigned v)
{
    size_t n = 0;
    while (v > 0 && n < room) {
        out[n++] = (char)('0' + v % 10);
        v /= 10;
    }
    return n;
}
