// A picture is in two places after it was taken from one.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct picture {
    unsigned char *__own _Nullable __counted_by(size) pixel;
    size_t size;
};

void picture_take(struct picture *to, struct picture *from)
{
    free(to->pixel);
    *to = *from;
    from->size = 0;
} //~ contract
