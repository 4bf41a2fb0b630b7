// The same, right.
#include <stdio.h>

void moved(const char *from, const char *to)
{
    printf("%s moved to %s\n", from, to);
}
