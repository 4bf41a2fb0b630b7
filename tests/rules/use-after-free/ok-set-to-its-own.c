// The setter copies its argument before it frees what the object holds, which is the same memory here.
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
    unsigned char *copy = calloc(256, 3);
    if (!copy)
        return -1;
    memcpy(copy, palette, 3 * (size_t)colours);
    free(i->palette);
    i->palette = copy;
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
    return image_set_palette(i, palette, colours / 2);
}
