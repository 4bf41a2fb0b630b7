// Parts are released by bits of a mask, each if there is one; the one that is given is used
// afterwards.
// whole: a contract has no cases for each flag that may be given
#include <stdlib.h>
#include <string.h>

enum { TEXT = 1, GAMMA = 2, TITLE = 4, HISTOGRAM = 8, PALETTE = 16, NAME = 32 };

struct image {
    unsigned mine;
    char *text, *gamma, *title, *histogram, *palette, *name;
};

void image_clear(struct image *i, unsigned what)
{
    if (!i)
        return;
    if (i->text && (what & TEXT & i->mine)) {
        free(i->text);
        i->text = NULL;
    }
    if (i->gamma && (what & GAMMA & i->mine)) {
        free(i->gamma);
        i->gamma = NULL;
    }
    if (i->title && (what & TITLE & i->mine)) {
        free(i->title);
        i->title = NULL;
    }
    if (i->histogram && (what & HISTOGRAM & i->mine)) {
        free(i->histogram);
        i->histogram = NULL;
    }
    if (i->palette && (what & PALETTE & i->mine)) {
        free(i->palette);
        i->palette = NULL;
    }
    if (i->name && (what & NAME & i->mine)) {
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
    image_clear(i, NAME);
    return strlen(name); //~ use-after-free
}
