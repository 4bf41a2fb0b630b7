// The entry that shares gets a copy.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *name[2];
    name[0] = strdup("one");
    if (name[0] == NULL)
        return 1;
    name[1] = strdup(name[0]);
    if (name[1] != NULL)
        puts(name[1]);
    free(name[0]);
    free(name[1]);
    return 0;
}
