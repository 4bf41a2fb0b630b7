// The number is taken from the string before it is freed.
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
    if (colon != NULL)
        port = strtol(colon, NULL, 10);
    free(copy);
    return port;
}

int main(void)
{
    printf("%ld\n", port_of("localhost:8080"));
    return 0;
}
