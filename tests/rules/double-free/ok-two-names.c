// Each name has a copy of its own.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *first = strdup("shared");
    char *second = first != NULL ? strdup(first) : NULL;
    if (first == NULL)
        return 1;
    printf("%s %s\n", first, second != NULL ? second : "-");
    free(first);
    free(second);
    return 0;
}
