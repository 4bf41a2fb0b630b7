// The setter goes different ways, which only others decide; each frees what it is going to copy.
#include <stdlib.h>
#include <string.h>

struct image {
    int indexed;
    unsigned char *palette;
};

void image_set_palette(struct image *i, const unsigned char *palette, int colours)
{
    if (!i || colours < 1 || colours > 256)
        return;
    free(i->palette);
    if (i->indexed) {
        i->palette = calloc(256, 3);
        if (!i->palette)
            exit(1);
    } else {
        i->palette = malloc(3 * (size_t)colours);
        if (!i->palette)
            exit(1);
    }
    memcpy(i->palette, palette, 3 * (size_t)colours);
}

void image_darken(struct image *i)
{
    for (int k = 0; k < 6; k++)
        i->palette[k] /= 2;
    image_set_palette(i, i->palette, 2); //~ use-after-free
}
