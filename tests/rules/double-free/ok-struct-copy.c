// The copy takes the name; the original gives it up.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct host {
    char *name;
    int port;
};

int main(void)
{
    struct host a = { strdup("alpha"), 80 };
    if (a.name == NULL)
        return 1;
    struct host b = a;
    a.name = NULL;
    b.port = 81;
    printf("%s %d\n", b.name, a.port);
    free(a.name);
    free(b.name);
    return 0;
}
