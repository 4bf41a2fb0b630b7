// The error is asked for and used, though asking may fail itself.
#include <stdio.h>
#include <sys/socket.h>

static int pending_error(int fd)
{
    int error;
    socklen_t n = sizeof error;
    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &n) < 0)
        perror("getsockopt");
    return error; //~ uninit
}

int main(void)
{
    printf("%d\n", pending_error(-1));
    return 0;
}
