// The result of read is kept in an int.
#include <unistd.h>
int get(int fd)
{
    char c;
    int n = read(fd, &c, 1);
    if (n <= 0)
        return -1;
    return c;
}
