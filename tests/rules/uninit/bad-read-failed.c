// The byte is looked at although nothing could be read.
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
    if (c == '#') //~ uninit
        puts("comment");
    return 0;
}
