// The visitor that draws gets the state of the one that counts.
#include <stdio.h>

struct leaf {
    int value;
    const struct leaf *next;
};

struct count_state {
    int n;
};

struct draw_state {
    int indent;
    const char *bullet;
};

typedef void visit_fn(const struct leaf *l, void *state);

static void visit(const struct leaf *l, visit_fn *fn, void *state)
{
    for (; l != NULL; l = l->next)
        fn(l, state);
}

static void draw(const struct leaf *l, void *state)
{
    const struct draw_state *d = state;
    printf("%*s%s %d\n", d->indent, "", d->bullet, l->value);
}

static void count(const struct leaf *l, void *state)
{
    struct count_state *c = state;
    c->n += l->value != 0;
}

int main(void)
{
    static const struct leaf last = { 2, NULL }, first = { 1, &last };
    struct count_state counting = { 0 };
    struct draw_state drawing = { 2, "*" };
    visit(&first, count, &counting);
    visit(&first, draw, &counting); //~ type-confusion
    printf("%d %d\n", counting.n, drawing.indent);
    return 0;
}
