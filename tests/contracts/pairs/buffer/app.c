#include "buf.h"
#include <stdio.h>
#include <stdlib.h>

int lost(void)
{
    struct buf *b = buf_new(16);
    if (!b)
        return -1;
    b->len = 4;
    return 0; //~ leak
}

int unchecked(void)
{
    struct buf *b = buf_new(16);
    b->len = 0; //~ null-deref
    buf_free(b);
    return 0;
}

void twice(void)
{
    struct buf *b = buf_new(8);
    buf_free(b);
    buf_free(b); //~ double-free
}

int after(void)
{
    struct buf *b = buf_new(8);
    if (!b)
        return -1;
    buf_free(b);
    return (int)b->len; //~ use-after-free
}

int taken(struct buf *b)
{
    b->len = 9;
    if (buf_take(b) != 0)
        return (int)b->len; //~ use-after-free
    return 0;
}

int kept(struct buf *b)
{
    b->len = 3;
    buf_take(b);
    return (int)b->len;
}

int half(void)
{
    struct buf b;
    if (buf_init(&b, 10) != 0)
        return (int)b.len; //~ uninit
    buf_drop(&b);
    return 0;
}

int whole(void)
{
    struct buf b;
    if (buf_init(&b, 10) != 0)
        return -1;
    int n = (int)b.len;
    buf_drop(&b);
    return n;
}

char dangling(void)
{
    struct buf *b = buf_new(8);
    if (!b)
        return 0;
    b->len = 2;
    b->data[1] = 0;
    char *p = buf_at(b, 1);
    buf_free(b);
    return p ? *p : 0; //~ use-after-free
}

int nothing(void)
{
    buf_drop(NULL); //~ null-deref
    return 0;
}

int copy(const struct buf *b)
{
    char *text;
    if (buf_copy(b, &text) != 0)
        return -1;
    puts(text);
    return 0; //~ leak
}

int copied(const struct buf *b)
{
    char *text;
    if (buf_copy(b, &text) != 0)
        return -1;
    puts(text);
    free(text);
    return 0;
}
