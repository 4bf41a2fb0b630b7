// A copy of a string is as short as the string may be.
#include <stdlib.h>
#include <string.h>

static int third(const char *s)
{
    return s[2];
}

static int at_if(const char *s, int n)
{
    return n > 2 ? s[2] : 0;
}

int look_at_locale(void)
{
    const char *lang = getenv("LANG");
    if (!lang)
        return 0;
    char *copy = strdup(lang);
    if (!copy)
        return -1;
    int found = third(copy); //~ out-of-bounds
    free(copy);
    return found;
}

int look_at_home(void)
{
    const char *home = getenv("HOME");
    if (!home)
        return 0;
    char *copy = strdup(home);
    if (!copy)
        return -1;
    int found = at_if(copy, 3); //~ out-of-bounds
    free(copy);
    return found;
}

int look_at_term(void)
{
    const char *term = getenv("TERM");
    if (!term)
        return 0;
    char *copy = strdup(term);
    if (!copy)
        return -1;
    int found = copy[0] == 'x' && copy[2] == 't'; //~ out-of-bounds
    free(copy);
    return found;
}
