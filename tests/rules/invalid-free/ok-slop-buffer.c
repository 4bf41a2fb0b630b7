// An empty buffer points to a static byte, which is never freed because nothing was allocated.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char slop[1];

struct sbuf {
    size_t alloc, len;
    char *buf;
};

#define SBUF_INIT { 0, 0, slop }

static void sbuf_add(struct sbuf *sb, const char *s)
{
    size_t n = strlen(s);
    if (sb->len + n + 1 > sb->alloc) {
        size_t alloc = (sb->len + n + 1) * 2;
        char *p = realloc(sb->alloc ? sb->buf : NULL, alloc);
        if (p == NULL)
            abort();
        sb->buf = p;
        sb->alloc = alloc;
    }
    memcpy(sb->buf + sb->len, s, n + 1);
    sb->len += n;
}

static void sbuf_release(struct sbuf *sb)
{
    if (sb->alloc) {
        free(sb->buf);
        *sb = (struct sbuf)SBUF_INIT;
    }
}

static char *sbuf_detach(struct sbuf *sb)
{
    if (!sb->alloc)
        sbuf_add(sb, "");
    char *s = sb->buf;
    *sb = (struct sbuf)SBUF_INIT;
    return s;
}

int main(void)
{
    struct sbuf a = SBUF_INIT, b = SBUF_INIT;
    sbuf_release(&a);
    sbuf_add(&a, "refs/");
    sbuf_add(&a, "heads");
    puts(a.buf);
    char *empty = sbuf_detach(&b);
    printf("%zu\n", strlen(empty));
    free(empty);
    sbuf_release(&a);
    sbuf_release(&b);
    return 0;
}
