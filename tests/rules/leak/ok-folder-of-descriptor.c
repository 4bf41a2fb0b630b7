// When no folder can be read from the descriptor, it is closed; else closedir closes both.
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
        close(fd);
        return -1;
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
