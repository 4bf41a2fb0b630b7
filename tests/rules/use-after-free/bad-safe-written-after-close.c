// A descriptor is written to after it was closed.
#include <corten.h>
#pragma corten safe
#include <fcntl.h>
#include <unistd.h>

int mark(const char *path)
{
    int fd = open(path, O_WRONLY);
    if (fd == -1)
        return -1;
    close(fd);
    return write(fd, "x", 1) == 1 ? 0 : -1; //~ use-after-free
}
