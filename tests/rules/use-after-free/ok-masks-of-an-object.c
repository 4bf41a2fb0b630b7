// An object's parts are released by bits of a mask; another than the one that is given is used.
#include <stdlib.h>
#include <string.h>

enum { TEXT = 1, GAMMA = 2, NAME = 4, TITLE = 8, HISTOGRAM = 16, PALETTE = 32 };

struct image {
    unsigned mine;
    char *text, *gamma, *name, *title, *histogram, *palette;
};

void image_clear(struct image *i, unsigned what)
{
    if (!i)
        return;
    if (what & TEXT & i->mine) {
        free(i->text);
        i->text = NULL;
    }
    if (what & GAMMA & i->mine) {
        free(i->gamma);
        i->gamma = NULL;
    }
    if (what & TITLE & i->mine) {
        free(i->title);
        i->title = NULL;
    }
    if (what & HISTOGRAM & i->mine) {
        free(i->histogram);
        i->histogram = NULL;
    }
    if (what & PALETTE & i->mine) {
        free(i->palette);
        i->palette = NULL;
    }
    if (what & NAME & i->mine) {
        free(i->name);
        i->name = NULL;
    }
    i->mine &= ~what;
}

size_t image_rename(struct image *i, char *name)
{
    if (!i || !name)
        return 0;
    i->name = name;
    i->mine |= NAME;
    image_clear(i, TITLE);
    return strlen(name);
}
