// A pixel is set when only its column was tested.
#include <corten.h>
#pragma corten safe

struct picture {
    unsigned char pixel[24][80];
};

int picture_set(struct picture *p, unsigned x, unsigned y, unsigned char color)
{
    if (x >= 80)
        return -1;
    p->pixel[y][x] = color; //~ out-of-bounds
    return 0;
}
