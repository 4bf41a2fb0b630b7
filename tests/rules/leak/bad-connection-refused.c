// A connection that is turned down is never closed.
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static int serve(int listening, int busy)
{
    int fd = accept(listening, NULL, NULL);
    if (fd < 0)
        return -1;
    if (busy) {
        fputs("busy\n", stderr);
        return 0; //~ leak
    }
    ssize_t n = write(fd, "hello\n", 6);
    close(fd);
    return n == 6;
}

int main(void)
{
    return serve(-1, 1) == -1 ? 0 : 1;
}
