// What the library's callbacks get is what its callers gave.
#include "list.h"

#include <stdio.h>
#include <stdlib.h>

struct count {
    unsigned n;
};

struct print {
    const char *before, *after;
    FILE *to;
};

static void count_one(struct item *i, void *context)
{
    struct count *c = context;
    c->n += i->name != NULL;
}

static void print_one(struct item *i, void *context)
{
    const struct print *p = context;
    fprintf(p->to, "%s%s%s", p->before, i->name, p->after);
}

static void free_one(struct item *i, void *context)
{
    (void)context;
    free(i);
}

// Hands both on.
static void each_twice(struct item *first, item_fn *visit, void *context)
{
    list_each(first, visit, context);
    list_each_named(first, visit, context);
}

unsigned right(void)
{
    struct item second = {NULL, "b"}, first = {&second, "a"};
    struct count c = {0};
    struct print p = {"<", ">", stdout};
    struct walk w = {print_one, &p};
    list_each(&first, count_one, &c);
    list_each(&first, print_one, &p);
    list_each(NULL, print_one, NULL);
    each_twice(&first, count_one, &c);
    return c.n + (walk_run(&w, &first) == 0);
}

unsigned other_context(void)
{
    struct item only = {NULL, "a"};
    struct count c = {0};
    list_each(&only, print_one, &c); //~ type-confusion
    return c.n;
}

void no_context(void)
{
    struct item only = {NULL, "a"};
    list_each_named(&only, count_one, NULL); //~ null-deref
}

void wrapped(void)
{
    struct item only = {NULL, "a"};
    each_twice(&only, count_one, NULL); //~ null-deref
}

int context_in_a_field(void)
{
    struct item only = {NULL, "a"};
    struct count c = {0};
    struct walk w = {print_one, &c};
    return walk_run(&w, &only); //~ type-confusion
}

void released(void)
{
    struct item *i = calloc(1, sizeof *i);
    if (i == NULL)
        return;
    list_each(i, free_one, NULL);
    printf("%s\n", i->name); //~ use-after-free
}

void released_by_free(void)
{
    struct item *i = calloc(1, sizeof *i);
    if (i == NULL)
        return;
    item_end(i, free);
    free(i); //~ double-free
}

void ended(void)
{
    struct item *i = calloc(1, sizeof *i);
    if (i != NULL)
        item_end(i, free);
}
