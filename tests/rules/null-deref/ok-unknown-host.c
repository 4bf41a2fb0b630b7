// A host that has no address has no entry, and none is used.
#define _GNU_SOURCE
#include <netdb.h>
#include <stdio.h>

static int address_size(const char *name)
{
    struct hostent *h = gethostbyname(name);
    if (h == NULL)
        return -1;
    return h->h_length;
}

int main(void)
{
    printf("%d\n", address_size("host.invalid"));
    return 0;
}
