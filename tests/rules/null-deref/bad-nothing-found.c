// The search may find nothing.
#include <stdio.h>
#include <stdlib.h>

struct entry {
    int id;
    const char *name;
};

static int by_id(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

int main(int argc, char **argv)
{
    (void)argv;
    static const struct entry all[3] = {{1, "one"}, {4, "four"}, {9, "nine"}};
    struct entry key = {argc, NULL};
    const struct entry *found = bsearch(&key, all, 3, sizeof *all, by_id);
    puts(found->name); //~ null-deref
    return 0;
}
