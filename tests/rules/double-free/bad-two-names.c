// The same string is freed under both of its names.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *first = strdup("shared");
    char *second = first;
    if (first == NULL)
        return 1;
    printf("%s %s\n", first, second);
    free(first);
    free(second); //~ double-free
    return 0;
}
