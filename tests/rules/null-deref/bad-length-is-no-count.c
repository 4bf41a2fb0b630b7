// A length that is taken down to zero counts no owners: an empty text is one that there is.
#include <stddef.h>

struct text { size_t length; char *bytes; };

char *more_room(struct text *t); /* in another file; never null */

void cut_at_slash(struct text *t)
{
    while (--t->length && t->bytes[t->length] != '/')
        ;
}

static int add(struct text *t, char c)
{
    size_t old = t->length;
    t->bytes = more_room(t);
    t->length = old + 1;
    t->bytes[old] = c;
    return (int)old;
}

int after_the_first(void)
{
    struct text t = {0, NULL};
    int *none = NULL;
    add(&t, 'a');
    return *none; //~ null-deref
}
