// The point inside of a frame is moved out of its range.
#include <corten.h>
#pragma corten safe

struct point {
    int x;
} __invariant(x >= 0);

struct frame {
    struct point at;
    int width;
};

void frame_left(struct frame *f)
{
    f->at.x = -1;
} //~ contract
