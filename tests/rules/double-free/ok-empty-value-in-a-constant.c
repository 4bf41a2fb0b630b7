// The empty value is a constant without a text: it may be dropped as often as one likes.
#include <stdlib.h>

enum kind { EMPTY, TEXT };
struct value {
    enum kind kind;
    char *text;
};
static const struct value empty = {EMPTY};

static void drop(struct value v)
{
    if (v.kind == TEXT)
        free(v.text);
}

int reset(struct value *v)
{
    struct value now = empty;
    drop(*v);
    *v = now;
    drop(*v);
    drop(now);
    free(v->text);
    return 1;
}
