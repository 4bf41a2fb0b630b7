// A picture is released and overwritten with another, which gets a fresh one.
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
    from->pixel = NULL;
    from->size = 0;
}
