// Pointers in a table: what is given the table may store through each of them.
#include <stddef.h>

struct option { int kind; const char *name; int **value; };

int parse(const struct option *options); /* in another file */
static int parse_all(const struct option *options)
{
    return parse(options);
}

int by_another_file(void)
{
    int *verbose = NULL;
    const struct option options[] = {{1, "verbose", &verbose}, {0, NULL, NULL}};
    if (parse_all(options) < 0)
        return -1;
    return *verbose;
}

static int found = 3;

static void set(const struct option *options, int kind)
{
    for (; options->kind; options++)
        if (options->kind == kind)
            *options->value = &found;
}

int by_a_loop(int kind)
{
    int *a = NULL, *b = NULL;
    const struct option options[] = {{1, "a", &a}, {2, "b", &b}, {3, "c", &a},
                                     {4, "d", &b}, {5, "e", &a}, {0, NULL, NULL}};
    set(options, kind);
    return *b;
}

int by_an_index(int i)
{
    int *a = NULL, *b = NULL;
    int **both[] = {&a, &b};
    *both[i & 1] = &found;
    return *b;
}

static void put(int **const *all, int i)
{
    *all[i & 1] = &found;
}

int by_an_index_elsewhere(int i)
{
    int *a = NULL, *b = NULL;
    int **both[] = {&a, &b};
    put(both, i);
    return *b;
}
