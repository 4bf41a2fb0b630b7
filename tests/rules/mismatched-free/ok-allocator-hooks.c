// A stream allocates and frees through hooks that the user may replace.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void *alloc_fn(void *opaque, unsigned items, unsigned size);
typedef void free_fn(void *opaque, void *p);

struct stream {
    alloc_fn *alloc;
    free_fn *release;
    void *opaque;
    unsigned char *window;
    unsigned wsize;
};

static void *default_alloc(void *opaque, unsigned items, unsigned size)
{
    (void)opaque;
    return calloc(items, size);
}

static void default_free(void *opaque, void *p)
{
    (void)opaque;
    free(p);
}

static int stream_init(struct stream *s, unsigned bits)
{
    if (s->alloc == NULL) {
        s->alloc = default_alloc;
        s->opaque = NULL;
    }
    if (s->release == NULL)
        s->release = default_free;
    s->wsize = 1U << bits;
    s->window = s->alloc(s->opaque, s->wsize, 1);
    return s->window != NULL ? 0 : -4;
}

static int stream_end(struct stream *s)
{
    if (s == NULL || s->window == NULL)
        return -2;
    s->release(s->opaque, s->window);
    s->window = NULL;
    return 0;
}

int main(void)
{
    struct stream s;
    memset(&s, 0, sizeof s);
    if (stream_init(&s, 9) != 0)
        return 1;
    s.window[s.wsize - 1] = 7;
    printf("%d\n", s.window[s.wsize - 1]);
    return stream_end(&s) == 0 && stream_end(&s) == -2 ? 0 : 1;
}
