// The second directory can't be opened, and the first one is closed.
#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>

bool both_empty(const char *a, const char *b)
{
    DIR *x = opendir(a);
    if (x == NULL)
        return false;
    DIR *y = opendir(b);
    if (y == NULL) {
        closedir(x);
        return false;
    }
    bool empty = readdir(x) == NULL && readdir(y) == NULL;
    closedir(x);
    closedir(y);
    return empty;
}
