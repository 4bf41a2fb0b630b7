// The old name of a host is printed before the host is renamed.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

struct host {
    char *__own __null_terminated name;
    unsigned short port;
};

int host_rename(struct host *h, const char *name);

int host_move(struct host *h)
{
    const char *old = h->name;
    printf("was %s\n", old);
    if (host_rename(h, "moved") != 0)
        return -1;
    return 0;
}
