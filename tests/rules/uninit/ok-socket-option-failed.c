// The error is used where asking for it has not failed.
#include <stdio.h>
#include <sys/socket.h>

static int pending_error(int fd)
{
    int error;
    socklen_t n = sizeof error;
    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &n) < 0)
        perror("getsockopt");
    else
        return error;
    return -1;
}

int main(void)
{
    printf("%d\n", pending_error(-1));
    return 0;
}
