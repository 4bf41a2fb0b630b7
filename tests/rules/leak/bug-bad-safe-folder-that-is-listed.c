// A folder stays open when its first name is hidden.
#include <corten.h>
#pragma corten safe
#include <dirent.h>
#include <stddef.h>
#include <stdio.h>

int list(const char *path)
{
    DIR *d = opendir(path);
    if (d == NULL)
        return -1;
    struct dirent *e;
    while ((e = readdir(d)) != NULL) {
        if (e->d_ino == 0)
            return 0; //~ leak
        puts(e->d_name);
    }
    closedir(d);
    return 0;
}
