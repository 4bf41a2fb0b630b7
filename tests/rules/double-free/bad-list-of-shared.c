// Two entries of an array share one string, and all entries are freed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *name[2];
    name[0] = strdup("one");
    if (name[0] == NULL)
        return 1;
    name[1] = name[0];
    puts(name[1]);
    free(name[0]);
    free(name[1]); //~ double-free
    return 0;
}
