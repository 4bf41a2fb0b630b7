// A pixel is set when its column and its row were tested.
#include <corten.h>
#pragma corten safe

struct picture {
    unsigned char pixel[24][80];
};

int picture_set(struct picture *p, unsigned x, unsigned y, unsigned char color)
{
    if (x >= 80 || y >= 24)
        return -1;
    p->pixel[y][x] = color;
    return 0;
}
