// What is not in the table that is given away, or set to null after that, is null.
#include <stddef.h>

struct option { int kind; const char *name; int **value; };

int parse(const struct option *options); /* in another file */
static int parse_all(const struct option *options)
{
    return parse(options);
}

int not_in_the_table(void)
{
    int *verbose = NULL, *quiet = NULL;
    const struct option options[] = {{1, "verbose", &verbose}, {0, NULL, NULL}};
    if (parse_all(options) < 0)
        return -1;
    return *quiet + *verbose; //~ null-deref
}

static int found = 3;

int set_to_null_since(int i)
{
    int *a = NULL, *b = NULL, *c = NULL;
    int **both[] = {&a, &b};
    *both[i & 1] = &found;
    b = NULL;
    return *b; //~ null-deref
}

int another_pointer(int i)
{
    int *a = NULL, *b = NULL, *c = NULL;
    int **both[] = {&a, &b};
    *both[i & 1] = &found;
    return *c; //~ null-deref
}
