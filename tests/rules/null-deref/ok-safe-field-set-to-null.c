// A caption is replaced, and then shown.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>

struct frame {
    const char *_Nullable caption;
    int width;
};

void frame_reset(struct frame *f)
{
    f->width = 0;
    f->caption = "";
    puts(f->caption);
}
