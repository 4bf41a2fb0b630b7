// The byte is looked at if it was read.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char c;
    int fd = open("/dev/null", O_RDONLY);
    if (fd < 0)
        return 1;
    ssize_t n = read(fd, &c, 1);
    close(fd);
    if (n < 0)
        return 1;
    if (n == 1 && c == '#')
        puts("comment");
    return 0;
}
