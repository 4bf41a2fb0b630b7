// The setter releases the old one, and what it was given: a copy of what the getter gave. The setter
// and what it calls end in far more ways than are kept apart.
// whole: a contract has no cases for what one caller knows
#include <stdlib.h>
#include <string.h>
#include <stdint.h>

struct pool {
    void (*release)(struct pool *, void *);
    void *(*make)(struct pool *, size_t);
    uint8_t *palette;
    int colours;
};

enum { TEXT = 1, GAMMA = 2, NAME = 4, TITLE = 8, HIST = 16, PALETTE = 32, ROWS = 64, MANY = TEXT | ROWS };

struct image {
    unsigned mine, valid;
    unsigned height;
    int texts;
    char **text;
    uint8_t *gamma;
    char *name, *title;
    uint16_t *hist;
    uint8_t **rows;
    uint8_t *palette;
    int colours;
    int type, depth;
};

void pool_free_default(const struct pool *p, void *m)
{
    if (!p || !m)
        return;
    free(m);
}

void pool_free(const struct pool *p, void *m)
{
    if (!p || !m)
        return;
    if (p->release)
        p->release((struct pool *)p, m);
    else
        pool_free_default(p, m);
}

void *pool_base(const struct pool *p, size_t n)
{
    if (n > 0 && n <= (size_t)-1) {
        if (p && p->make)
            return p->make((struct pool *)p, n);
        else
            return malloc(n);
    }
    return NULL;
}
void *pool_calloc(const struct pool *p, size_t n)
{
    if (!p)
        return NULL;
    void *m = pool_base(p, n);
    if (m == NULL)
        exit(1);
    memset(m, 0, n);
    return m;
}

void image_clear(const struct pool *p, struct image *i, unsigned what, int number)
{
    if (!p || !i)
        return;
    if (i->text && (what & TEXT & i->mine)) {
        if (number != -1) {
            pool_free(p, i->text[number]);
            i->text[number] = NULL;
        } else {
            for (int k = 0; k < i->texts; k++)
                pool_free(p, i->text[k]);
            pool_free(p, i->text);
            i->text = NULL;
            i->texts = 0;
        }
    }
    if (what & GAMMA & i->mine) {
        pool_free(p, i->gamma);
        i->gamma = NULL;
        i->valid &= ~GAMMA;
    }
    if (what & NAME & i->mine) {
        pool_free(p, i->name);
        i->name = NULL;
        i->valid &= ~NAME;
    }
    if (what & TITLE & i->mine) {
        if (i->title)
            pool_free(p, i->title);
        i->title = NULL;
        i->valid &= ~TITLE;
    }
    if (what & HIST & i->mine) {
        pool_free(p, i->hist);
        i->hist = NULL;
        i->valid &= ~HIST;
    }
    if (what & PALETTE & i->mine) {
        pool_free(p, i->palette);
        i->palette = NULL;
        i->colours = 0;
        i->valid &= ~PALETTE;
    }
    if (what & ROWS & i->mine) {
        if (i->rows) {
            for (unsigned k = 0; k < i->height; k++)
                pool_free(p, i->rows[k]);
            pool_free(p, i->rows);
            i->rows = NULL;
        }
        i->valid &= ~ROWS;
    }
    if (number != -1)
        what &= ~MANY;
    i->mine &= ~what;
}

int image_palette(const struct pool *p, const struct image *i, uint8_t **palette, int *colours)
{
    if (p && i && palette && (i->valid & PALETTE)) {
        *palette = i->palette;
        *colours = i->colours;
        return PALETTE;
    }
    return 0;
}

void image_set_palette(struct pool *p, struct image *i, const uint8_t *palette, int colours)
{
    unsigned most;
    if (!p || !i)
        return;
    most = i->type == 3 ? 1 << i->depth : 256;
    if (colours < 0 || colours > (int)most) {
        if (i->type == 3)
            exit(1);
        return;
    }
    if ((colours > 0 && palette == NULL) || colours == 0)
        exit(1);
    image_clear(p, i, PALETTE, 0);
    pool_free(p, p->palette);
    p->palette = pool_calloc(p, 256 * 3);
    i->palette = pool_calloc(p, 256 * 3);
    p->colours = i->colours = colours;
    if (colours > 0) {
        i->palette[0] = 1;
        pool_free(p, (void *)palette);
    }
    i->mine |= PALETTE;
    i->valid |= PALETTE;
}

void image_darken(struct pool *p, struct image *i)
{
    uint8_t *palette;
    int colours;
    image_set_palette(p, i, malloc(6), 2);
    if (image_palette(p, i, &palette, &colours) == 0)
        return;
    for (int k = 0; k < colours; k++)
        palette[3 * k] /= 2;
    uint8_t *copy = malloc(256 * 3);
    if (!copy)
        return;
    memcpy(copy, palette, 256 * 3);
    image_set_palette(p, i, copy, colours);
}
