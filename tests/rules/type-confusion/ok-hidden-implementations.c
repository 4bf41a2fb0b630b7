// Public structs at the beginning of private ones, and tables of functions that know both.
#include <stdio.h>
#include <stdlib.h>

struct stream {
    const struct stream_ops *ops;
    long position;
};

struct stream_ops {
    int (*get)(struct stream *s);
    void (*close)(struct stream *s);
};

struct text_stream {
    struct stream base;
    const char *at;
};

struct counter_stream {
    struct stream base;
    int next, end;
};

static int text_get(struct stream *s)
{
    struct text_stream *t = (struct text_stream *)s;
    return *t->at != '\0' ? (unsigned char)*t->at++ : -1;
}

static int counter_get(struct stream *s)
{
    struct counter_stream *c = (struct counter_stream *)s;
    return c->next < c->end ? c->next++ : -1;
}

static void stream_free(struct stream *s)
{
    free(s);
}

static const struct stream_ops text_ops = { text_get, stream_free };
static const struct stream_ops counter_ops = { counter_get, stream_free };

static struct stream *text_open(const char *s)
{
    struct text_stream *t = malloc(sizeof *t);
    if (t == NULL)
        return NULL;
    *t = (struct text_stream){ { &text_ops, 0 }, s };
    return &t->base;
}

static struct stream *counter_open(int end)
{
    struct counter_stream *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->base.ops = &counter_ops;
    c->end = end;
    return &c->base;
}

int main(void)
{
    struct stream *all[2] = { text_open("ab"), counter_open(3) };
    for (int i = 0; i < 2; i++) {
        int c;
        if (all[i] == NULL)
            continue;
        while ((c = all[i]->ops->get(all[i])) >= 0)
            all[i]->position += c;
        printf("%ld\n", all[i]->position);
        all[i]->ops->close(all[i]);
    }
    return 0;
}
