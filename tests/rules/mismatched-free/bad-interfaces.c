// The list of interfaces is released by free.
#include <ifaddrs.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

int main(void)
{
    struct ifaddrs *all;
    int n = 0;
    if (getifaddrs(&all) < 0)
        return 1;
    for (struct ifaddrs *i = all; i != NULL; i = i->ifa_next)
        n++;
    printf("%d\n", n > 0);
    free(all); //~ mismatched-free
    return 0;
}
