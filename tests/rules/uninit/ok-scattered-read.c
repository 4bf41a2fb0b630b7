// readv fills the buffers that its array names.
#include <stdio.h>
#include <sys/uio.h>
#include <unistd.h>

static int two_halves(int fd)
{
    char head[4], tail[4];
    struct iovec parts[2] = {{head, sizeof head}, {tail, sizeof tail}};
    if (readv(fd, parts, 2) != (ssize_t)(sizeof head + sizeof tail))
        return -1;
    return head[0] == tail[3];
}

int main(void)
{
    return two_halves(-1) == -1 ? 0 : 1;
}
