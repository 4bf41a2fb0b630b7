// The list of addresses is released on the way out again.
#define _GNU_SOURCE
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>

static int family_of(const char *host)
{
    struct addrinfo *list;
    int family = -1;
    if (getaddrinfo(host, NULL, NULL, &list) != 0)
        return -1;
    if (list->ai_next == NULL) {
        family = list->ai_family;
        freeaddrinfo(list);
    }
    freeaddrinfo(list); //~ double-free
    return family;
}

int main(void)
{
    return family_of("127.0.0.1") == 0;
}
