// Settings are passed on with all of their fields.
#include <corten.h>
#pragma corten safe

struct settings {
    int width, height, depth;
};

int apply(const struct settings *s);

int apply_size(int width, int height)
{
    struct settings s;
    s.width = width;
    s.height = height;
    s.depth = 24;
    return apply(&s);
}
