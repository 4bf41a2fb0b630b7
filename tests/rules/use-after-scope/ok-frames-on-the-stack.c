// Each call links a frame on its own stack and takes it off before it returns.
#include <stdio.h>

struct frame {
    const struct frame *up;
    const char *name;
};

struct walker {
    const struct frame *top;
    int deepest;
};

static int depth(const struct frame *f)
{
    int n = 0;
    for (; f != NULL; f = f->up)
        n++;
    return n;
}

static void walk(struct walker *w, int levels)
{
    struct frame f = { w->top, "level" };
    w->top = &f;
    if (depth(w->top) > w->deepest)
        w->deepest = depth(w->top);
    if (levels > 1)
        walk(w, levels - 1);
    w->top = f.up;
}

int main(void)
{
    struct walker w = { NULL, 0 };
    walk(&w, 5);
    printf("%d %d\n", w.deepest, w.top == NULL);
    return 0;
}
