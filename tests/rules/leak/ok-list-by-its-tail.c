// A list grows at its tail: what leads to the new item is the item before it, which nobody names any more.
#include <stdlib.h>

struct item {
    const char *name;
    struct item *next;
};

struct tree {
    struct tree *below;
    char step[2];
};

void take(struct item *list);

/* By a function that returns the next place. */
static struct item **append(struct item **at, const char *name)
{
    struct item *i = malloc(sizeof *i);
    if (!i)
        abort();
    i->name = name;
    i->next = NULL;
    *at = i;
    return &i->next;
}

void from_words(const char *first, int count, const char **words)
{
    struct item *list = NULL, **tail = &list;
    if (first)
        tail = append(tail, first);
    for (int n = 0; n < count; n++)
        if (words[n])
            tail = append(tail, words[n]);
    take(list);
}

/* In place, behind an item that was found. */
int split(struct item *i, const char **words)
{
    for (; i; i = i->next) {
        if (i->name)
            continue;
        i->name = *words++;
        while (*words) {
            struct item *more = malloc(sizeof *more);
            if (!more)
                return -1;
            more->next = i->next;
            i->next = more;
            i = more;
            i->name = *words++;
        }
    }
    return 0;
}

/* The new one is linked by a callee, and then found again. */
static void begin_below(struct tree *t, const char *step)
{
    struct tree *n = malloc(sizeof *n);
    if (!n)
        abort();
    n->below = NULL;
    n->step[0] = n->step[1] = '\0';
    t->below = n;
    t->step[0] = step[0];
    t->step[1] = step[1];
}

void descend(struct tree *t, const char *path)
{
    while (t && t->step[0] == path[0])
        t = t->below, path++;
    if (!t)
        return;
    while (path[0] && path[1] == '/') {
        begin_below(t, path);
        path += 2;
        t = t->below;
    }
}
