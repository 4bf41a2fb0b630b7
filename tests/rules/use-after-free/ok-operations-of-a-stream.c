// The stream is closed through its table of operations, after it was asked for its count.
#include <stdio.h>
#include <stdlib.h>

struct stream;

struct operations {
    const char *name;
    int (*write)(struct stream *s, int c);
    void (*close)(struct stream *s);
};

struct stream {
    const struct operations *ops;
    unsigned long written;
};

static int count_write(struct stream *s, int c)
{
    s->written++;
    return c;
}

static void count_close(struct stream *s)
{
    free(s);
}

static const struct operations counting = {"counting", count_write, count_close};

int main(void)
{
    struct stream *s = malloc(sizeof *s);
    if (!s)
        return 1;
    s->ops = &counting;
    s->written = 0;
    s->ops->write(s, 'x');
    printf("%lu written\n", s->written);
    s->ops->close(s);
    return 0;
}
