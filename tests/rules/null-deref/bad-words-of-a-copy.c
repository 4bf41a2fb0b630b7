// A list of words that begins empty, whatever callers give.
#include <stdlib.h>

static char **words(void)
{
    char **all = malloc(2 * sizeof *all);
    if (!all)
        return NULL;
    all[0] = NULL;
    all[1] = NULL;
    return all;
}

int begins_with_dash(void)
{
    char **all = words();
    if (!all)
        return 0;
    int dash = all[0][0] == '-'; //~ null-deref
    free(all);
    return dash;
}
