// The compound literal stands in the block where its address is used.
#include <stdio.h>

struct opts {
    int verbose;
    int level;
};

int main(int argc, char **argv)
{
    (void)argv;
    const struct opts *o = NULL;
    struct opts given = { .verbose = 1, .level = argc };
    if (argc < 10)
        o = &given;
    if (o != NULL)
        printf("%d\n", o->level);
    return 0;
}
