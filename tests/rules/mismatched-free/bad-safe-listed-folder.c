// An open folder is freed as if it came from malloc.
#include <corten.h>
#pragma corten safe
#include <dirent.h>
#include <stdlib.h>

int is_folder(const char *path)
{
    DIR *d = opendir(path);
    if (d == NULL)
        return 0;
    free(d); //~ mismatched-free
    return 1;
}
