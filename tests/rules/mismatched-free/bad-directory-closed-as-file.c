// A directory is closed as if it were a stream.
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
    fclose((FILE *)d); //~ mismatched-free
    return n;
}
