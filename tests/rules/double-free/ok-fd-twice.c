// The descriptor is marked as closed.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int put(const char *path)
{
    int fd = open(path, O_WRONLY);
    if (fd < 0)
        return -1;
    ssize_t n = write(fd, "x", 1);
    if (n != 1) {
        perror(path);
        close(fd);
        fd = -1;
    }
    if (fd >= 0)
        close(fd);
    return n == 1 ? 0 : -1;
}

int main(void)
{
    printf("%d\n", put("/dev/full"));
    return 0;
}
