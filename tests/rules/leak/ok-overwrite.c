// The first allocation is freed before the pointer gets the second.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *s = strdup("first");
    if (s == NULL)
        return 1;
    puts(s);
    free(s);
    s = strdup("second");
    if (s == NULL)
        return 1;
    puts(s);
    free(s);
    return 0;
}
