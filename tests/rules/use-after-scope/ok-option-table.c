// A table of options points to locals, and is used while they live.
#include <stdio.h>
#include <string.h>

struct option {
    const char *name;
    int *flag;
};

static void parse(const struct option *o, int argc, char **argv)
{
    for (; o->name != NULL; o++)
        for (int i = 1; i < argc; i++)
            if (strcmp(argv[i], o->name) == 0)
                *o->flag = 1;
}

int main(int argc, char **argv)
{
    int verbose = 0, force = 0;
    {
        const struct option options[] = {
            { "-v", &verbose },
            { "-f", &force },
            { NULL, NULL },
        };
        parse(options, argc, argv);
    }
    printf("%d %d\n", verbose, force);
    return 0;
}
