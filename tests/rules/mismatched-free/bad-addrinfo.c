// The list from getaddrinfo is released by free.
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(void)
{
    struct addrinfo hints = { .ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM };
    struct addrinfo *list;
    int rc = getaddrinfo("127.0.0.1", "80", &hints, &list);
    if (rc != 0) {
        fprintf(stderr, "%s\n", gai_strerror(rc));
        return 1;
    }
    printf("%d\n", list->ai_family == AF_INET);
    free(list); //~ mismatched-free
    return 0;
}
