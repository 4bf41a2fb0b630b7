// The element that a stack gives back is released.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct frame {
    int pc;
};

struct frames {
    struct frame *__own _Nullable top;
};

struct frame *__own _Nullable frames_pop(struct frames *f);

void frames_skip(struct frames *f)
{
    free(frames_pop(f));
}
