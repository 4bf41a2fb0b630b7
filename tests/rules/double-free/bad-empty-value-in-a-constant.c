// The empty value is a constant without a text: who sets it there has released the text for good.
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
    struct value old = *v;
    if (old.kind != TEXT)
        return 0;
    drop(*v);
    *v = empty;
    drop(*v);
    drop(old); //~ double-free
    return 1;
}
