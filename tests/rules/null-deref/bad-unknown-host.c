// A host that has no address has no entry.
#define _GNU_SOURCE
#include <netdb.h>
#include <stdio.h>

static int address_size(const char *name)
{
    struct hostent *h = gethostbyname(name);
    return h->h_length; //~ null-deref
}

int main(void)
{
    printf("%d\n", address_size("host.invalid"));
    return 0;
}
