// With _GNU_SOURCE the C library takes addresses as transparent unions; they are filled all the same.
#define _GNU_SOURCE
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static int port_of_peer(int fd)
{
    struct sockaddr_in in;
    socklen_t n = sizeof in;
    if (getpeername(fd, (struct sockaddr *)&in, &n) != 0)
        return -1;
    return ntohs(in.sin_port);
}

static int port_of_next(int listening)
{
    struct sockaddr_in in;
    socklen_t n = sizeof in;
    int fd = accept(listening, (struct sockaddr *)&in, &n);
    if (fd < 0)
        return -1;
    close(fd);
    return ntohs(in.sin_port);
}

int main(void)
{
    return port_of_peer(-1) == -1 && port_of_next(-1) == -1 ? 0 : 1;
}
