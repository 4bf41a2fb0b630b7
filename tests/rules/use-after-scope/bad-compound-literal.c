// A compound literal's address outlives the block that it stands in.
#include <stdio.h>

struct opts {
    int verbose;
    int level;
};

int main(int argc, char **argv)
{
    (void)argv;
    const struct opts *o = NULL;
    if (argc < 10) {
        o = &(struct opts){ .verbose = 1, .level = argc };
    }
    if (o != NULL)
        printf("%d\n", o->level); //~ use-after-scope
    return 0;
}
