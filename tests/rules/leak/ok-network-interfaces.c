// The list of interfaces is released when the one asked for isn't in it, too.
#define _GNU_SOURCE
#include <net/if.h>
#include <stdio.h>
#include <string.h>

static unsigned number_of(const char *name)
{
    struct if_nameindex *all = if_nameindex();
    unsigned found = 0;
    if (all == NULL)
        return 0;
    for (struct if_nameindex *i = all; i->if_index != 0; i++)
        if (strcmp(i->if_name, name) == 0)
            found = i->if_index;
    if_freenameindex(all);
    return found;
}

int main(void)
{
    printf("%d\n", number_of("nonexistent") == 0);
    return 0;
}
