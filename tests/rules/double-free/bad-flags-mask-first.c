// The mask stands before what it is put on; the flag was set just now, so the name is released twice.
#include <stdlib.h>

enum { OWNS_NAME = 1, OWNS_TEXT = 2 };

struct note {
    unsigned flags;
    char *name, *text;
};

static void note_clear(struct note *n)
{
    if (OWNS_TEXT & n->flags)
        free(n->text);
    if (OWNS_NAME & n->flags)
        free(n->name);
    n->flags &= ~(OWNS_NAME | OWNS_TEXT);
}

void note_drop(struct note *n, char *name)
{
    n->flags |= OWNS_NAME;
    n->name = name;
    note_clear(n);
    free(name); //~ double-free
}
