// When no folder can be read from the descriptor, the descriptor is forgotten.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int entries(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY);
    if (fd == -1)
        return -1;
    DIR *d = fdopendir(fd);
    if (d == NULL) {
        return -1; //~ leak
    }
    int n = 0;
    while (readdir(d) != NULL)
        n++;
    closedir(d);
    return n;
}

int main(void)
{
    return entries("/nonexistent") == -1 ? 0 : 1;
}
