// The pointer that strchr returned is used after its string was freed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long port_of(const char *addr)
{
    char *copy = strdup(addr);
    long port = -1;
    if (copy == NULL)
        return -1;
    char *colon = strchr(copy, ':');
    if (colon != NULL)
        *colon++ = '\0';
    free(copy);
    if (colon != NULL)
        port = strtol(colon, NULL, 10); //~ use-after-free
    return port;
}

int main(void)
{
    printf("%ld\n", port_of("localhost:8080"));
    return 0;
}
