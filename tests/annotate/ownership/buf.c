#include "buf.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

struct buf *buf_new(size_t n)
{
    struct buf *b = malloc(sizeof *b);
    if (!b)
        return NULL;
    b->data = malloc(n);
    if (!b->data) {
        free(b);
        return NULL;
    }
    b->len = 0;
    return b;
}

void buf_free(struct buf *b)
{
    if (!b)
        return;
    free(b->data);
    free(b);
}

void buf_drop(struct buf *b)
{
    free(b->data);
}

/* What it leaves can still be used: no destructor. */
void buf_reset(struct buf *b)
{
    free(b->data);
    b->data = NULL;
    b->len = 0;
}

int buf_send(struct buf *b, int quick)
{
    if (quick < 0)
        return -1;
    free(b);
    return 0;
}

FILE *buf_log(const char *path)
{
    return fopen(path, "w");
}

int buf_pipe(const char *path)
{
    return open(path, O_RDONLY);
}

void buf_hush(int fd)
{
    close(fd);
}

void xfree(void *p)
{
    free(p);
}

/* Neither gives out, nor takes, what free would take. */
void *aligned(size_t n)
{
    char *p = malloc(n + 16);
    return p ? p + 16 : NULL;
}

void aligned_free(void *p)
{
    if (p)
        free((char *)p - 16);
}

/* Kept, or given away? The body does not tell. */
static struct buf *kept;

struct buf *buf_keep(struct buf *b)
{
    struct buf *old = kept;
    kept = b;
    return old;
}
