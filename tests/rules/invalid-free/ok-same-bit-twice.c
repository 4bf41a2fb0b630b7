// One bit of one field asked before and after an unknown call.
#include <stdlib.h>
struct config {
    unsigned flags;
    int (*set)(struct config *, char **, int);
};
char **split(char *s, int *n);
int perform(struct config *config, char *value)
{
    char **argv;
    int argc, res;
    if (config->flags & 4) {
        argv = malloc(8);
        if (!argv)
            return -1;
        argc = 0;
    } else {
        argv = &value;
        argc = 1;
    }
    res = config->set(config, argv, argc);
    if (config->flags & 4)
        free(argv);
    return res;
}
