// A scale is the quotient of two lengths, of which the second was checked.
#include <corten.h>
#pragma corten safe

struct map {
    unsigned width, pixels;
};

unsigned map_scale(const struct map *m, unsigned width)
{
    __checked(m->pixels != 0);
    return width / m->pixels;
}
