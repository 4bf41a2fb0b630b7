// The same, right.
#include <stdio.h>

long indent(const char *name)
{
    int n = 0;
    printf("%s: %n", name, &n);
    return n;
}
