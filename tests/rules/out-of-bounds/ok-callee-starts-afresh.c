// Only a null pointer that says it has room would be too short: no caller has one.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct line {
    int n;
};
struct seq {
    size_t count, alloc;
    struct line **lines;
};

static void *grow(void *p, size_t *pn, size_t s)
{
    size_t n = *pn;
    if (!p) {
        if (!n) {
            n = 128 / s;
            n += !n;
        }
    } else if (__builtin_add_overflow(n, (n >> 1) + 1, &n)) {
        exit(1);
    }
    p = reallocarray(p, n, s);
    if (!p)
        exit(1);
    *pn = n;
    return p;
}

static int get_line(struct line **lp)
{
    struct line *l = *lp;
    if (!l) {
        l = malloc(sizeof *l);
        if (!l)
            exit(1);
        *lp = l;
    }
    l->n = getchar();
    return l->n >= 0;
}

int get_seq(struct seq *q)
{
    if (q->count == q->alloc) {
        q->lines = grow(q->lines, &q->alloc, sizeof *q->lines);
        for (size_t i = q->count; i < q->alloc; i++)
            q->lines[i] = NULL;
    }
    if (get_line(&q->lines[q->count])) {
        ++q->count;
        return 1;
    }
    return 0;
}
