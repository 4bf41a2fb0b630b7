// Whether there is a word at all is a matter of the text that callers give.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static char **words(const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        return NULL;
    char **all = malloc((strlen(copy) + 2) * sizeof *all), **end = all;
    if (!all) {
        free(copy);
        return NULL;
    }
    *end++ = copy;
    int space = 1;
    for (char *s = copy; *s; s++) {
        if (isspace((unsigned char)*s)) {
            space = 1;
            *s = 0;
        } else if (space) {
            space = 0;
            *end++ = s;
        }
    }
    *end = NULL;
    return all + 1;
}

int begins_with_dash(const char *text)
{
    char **all = words(text);
    if (!all)
        return 0;
    int dash = all[0][0] == '-';
    free(all[-1]);
    free(all - 1);
    return dash;
}
