// Whether the search found anything or not: the copy is looked at.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int count_folders(char *const *environment)
{
    const char *path = NULL;
    for (char *const *e = environment; *e != NULL; e++)
        if (strncmp(*e, "PATH=", 5) == 0) {
            path = *e + 5;
            break;
        }
    char *copy = strdup(path ? path : "/bin:/usr/bin");
    if (!copy)
        return 0;
    int count = 1;
    for (char *p = strchr(copy, ':'); p; p = strchr(p + 1, ':')) {
        *p = 0;
        count++;
    }
    puts(copy);
    free(copy);
    return count;
}
