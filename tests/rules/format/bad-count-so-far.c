// %n writes an int, and there is a long.
#include <stdio.h>

long indent(const char *name)
{
    long n = 0;
    printf("%s: %n", name, &n); //~ format
    return n;
}
