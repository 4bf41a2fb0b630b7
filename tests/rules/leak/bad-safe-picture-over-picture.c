// A picture is overwritten with another, and what it owned is lost.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct picture {
    unsigned char *__own _Nullable __counted_by(size) pixel;
    size_t size;
};

void picture_take(struct picture *to, struct picture *from)
{
    *to = *from; //~ leak
    from->pixel = NULL;
    from->size = 0;
}
