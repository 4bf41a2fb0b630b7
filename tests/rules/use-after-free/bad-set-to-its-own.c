// The setter frees what the object holds before it copies its argument, which is the same memory here.
#include <stdlib.h>
#include <string.h>

struct image {
    unsigned char *palette;
    int colours;
};

static void image_palette(const struct image *i, unsigned char **palette, int *colours)
{
    *palette = i->palette;
    *colours = i->colours;
}

static int image_set_palette(struct image *i, const unsigned char *palette, int colours)
{
    free(i->palette);
    i->colours = 0;
    i->palette = calloc(256, 3);
    if (!i->palette)
        return -1;
    memcpy(i->palette, palette, 3 * (size_t)colours);
    i->colours = colours;
    return 0;
}

int image_halve(struct image *i)
{
    unsigned char *palette;
    int colours;
    image_palette(i, &palette, &colours);
    if (!palette || colours < 2)
        return -1;
    return image_set_palette(i, palette, colours / 2); //~ use-after-free
}
