// Needed on one way, asked on another: which way it is, another value says.
#include <stddef.h>
#include <string.h>

static int is_known(const char *path, const char **dir, int *found)
{
    if (!*found && !strcmp(path, *dir))
        return 0;
    if (*found && *dir && strcmp(path, *dir))
        return 0;
    *dir = path;
    return 1;
}

int nothing_yet(const char *path)
{
    const char *dir = NULL;
    int found = 1;
    return is_known(path, &dir, &found);
}
