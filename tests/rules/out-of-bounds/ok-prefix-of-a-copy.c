// Bytes of a string are looked at one after the other, and no further than it goes.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int has_prefix(const char *s, const char *prefix)
{
    while (*prefix)
        if (*s++ != *prefix++)
            return 0;
    return 1;
}

static int skip_prefix(const char *s, const char *prefix, const char **rest)
{
    do {
        if (!*prefix) {
            *rest = s;
            return 1;
        }
    } while (tolower((unsigned char)*s++) == tolower((unsigned char)*prefix++));
    return 0;
}

static int is_drive(const char *s)
{
    return s[0] >= 'A' && s[0] <= 'Z' && s[1] == ':';
}

int look_at_locale(void)
{
    const char *lang = getenv("LANG"), *rest = NULL;
    if (!lang)
        lang = "";
    char *copy = strdup(lang);
    if (!copy)
        return -1;
    int found = copy[0] == 'u' && copy[1] == 't' && copy[2] == 'f';
    found += has_prefix(copy, "utf") + is_drive(copy);
    found += skip_prefix(copy, "utf-", &rest) && strcmp(rest, "8") == 0;
    if (toupper((unsigned char)copy[0]) == 'C')
        found += copy[1] == '.';
    if (strncmp(copy, "de_", 3) == 0)
        found += copy[3] == 'D';
    free(copy);
    return found;
}
