// A directory is closed as one.
#include <dirent.h>
#include <stdio.h>

int count(const char *path)
{
    DIR *d = opendir(path);
    if (d == NULL)
        return -1;
    int n = 0;
    while (readdir(d) != NULL)
        n++;
    closedir(d);
    return n;
}
