// The pointer is overwritten by the second allocation while it owns the first.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *s = strdup("first");
    if (s == NULL)
        return 1;
    puts(s);
    s = strdup("second"); //~ leak
    if (s == NULL)
        return 1;
    puts(s);
    free(s);
    return 0;
}
