// A descriptor is written to before it is closed.
#include <corten.h>
#pragma corten safe
#include <fcntl.h>
#include <unistd.h>

int mark(const char *path)
{
    int fd = open(path, O_WRONLY);
    if (fd == -1)
        return -1;
    int rc = write(fd, "x", 1) == 1 ? 0 : -1;
    close(fd);
    return rc;
}
