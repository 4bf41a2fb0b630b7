// A descriptor is closed on the way of an error or behind it.
#include <corten.h>
#pragma corten safe
#include <fcntl.h>
#include <unistd.h>

int peek(const char *path)
{
    char c = 0;
    int fd = open(path, O_RDONLY);
    if (fd == -1)
        return -1;
    if (read(fd, &c, 1) != 1) {
        close(fd);
        return -1;
    }
    close(fd);
    return c;
}
