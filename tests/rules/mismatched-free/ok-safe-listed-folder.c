// An open folder is closed.
#include <corten.h>
#pragma corten safe
#include <dirent.h>
#include <stdlib.h>

int is_folder(const char *path)
{
    DIR *d = opendir(path);
    if (d == NULL)
        return 0;
    closedir(d);
    return 1;
}
