// A caption is cleared, and then shown.
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
    f->caption = NULL;
    puts(f->caption); //~ null-deref
}
