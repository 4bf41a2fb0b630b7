// A scale is the quotient of two lengths, of which none was tested.
#include <corten.h>
#pragma corten safe

struct map {
    unsigned width, pixels;
};

unsigned map_scale(const struct map *m, unsigned width)
{
    return width / m->pixels; //~ div-by-zero
}
