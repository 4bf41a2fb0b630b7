// More arguments than conversions.
#include <stdio.h>

void moved(const char *from, const char *to)
{
    printf("%s moved\n", from, to); //~ format
}
