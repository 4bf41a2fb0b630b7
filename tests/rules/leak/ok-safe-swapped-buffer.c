// The old buffer of a screen is released when the screen gets a new one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct screen {
    unsigned *__own __counted_by(pixels) at;
    size_t pixels;
};

int screen_resize(struct screen *s, size_t pixels)
{
    if (pixels == 0 || pixels > 1000000)
        return -1;
    unsigned *at = calloc(pixels, sizeof *at);
    if (at == NULL)
        return -1;
    free(s->at);
    s->at = at;
    s->pixels = pixels;
    return 0;
}
