#include "buf.h"
#include <stdlib.h>
#include <string.h>

struct buf *buf_new(size_t cap)
{
    struct buf *b = malloc(sizeof *b);
    if (!b)
        return NULL;
    b->data = malloc(cap);
    if (!b->data) {
        free(b);
        return NULL;
    }
    b->len = 0;
    b->cap = cap;
    return b;
}

void buf_free(struct buf *b)
{
    if (!b)
        return;
    free(b->data);
    free(b);
}

int buf_init(struct buf *b, size_t n)
{
    b->data = malloc(n);
    if (!b->data)
        return -1;
    b->len = 0;
    b->cap = n;
    return 0;
}

void buf_drop(struct buf *b)
{
    free(b->data);
}

/* Keeps short ones. */
int buf_take(struct buf *b)
{
    if (b->len > 8) {
        buf_free(b);
        return -1;
    }
    return 0;
}

char *buf_at(struct buf *b, size_t i)
{
    if (i >= b->len)
        return NULL;
    return b->data + i;
}

int buf_copy(const struct buf *from, char **out)
{
    char *p = malloc(from->cap);
    if (!p)
        return -1;
    memcpy(p, from->data, from->len);
    *out = p;
    return 0;
}
