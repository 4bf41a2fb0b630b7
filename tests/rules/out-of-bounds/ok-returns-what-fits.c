// Helpers that hand out how much there is, and callers that keep to it.
// run: printf '%0300d' 9 | ./a.out
#include <stdio.h>
#include <string.h>

#define min(a, b) ((a) < (b) ? (a) : (b))

struct stream {
    unsigned char buf[128];
    size_t at, end;
};

static size_t stream_left(const struct stream *s)
{
    return s->end - s->at;
}

static size_t stream_fill(struct stream *s, FILE *f)
{
    if (s->at > 0) {
        memmove(s->buf, s->buf + s->at, stream_left(s));
        s->end -= s->at;
        s->at = 0;
    }
    size_t n = fread(s->buf + s->end, 1, sizeof s->buf - s->end, f);
    s->end += n;
    return n;
}

static size_t stream_read(struct stream *s, void *to, size_t n)
{
    size_t k = min(n, stream_left(s));
    memcpy(to, s->buf + s->at, k);
    s->at += k;
    return k;
}

int main(void)
{
    static struct stream s;
    unsigned char block[48];
    size_t total = 0, k;
    while (stream_fill(&s, stdin) > 0)
        while ((k = stream_read(&s, block, total % 2 ? 7 : sizeof block)) > 0)
            total += k;
    printf("%zu\n", total);
    return 0;
}
