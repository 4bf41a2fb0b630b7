// The same, right.
#include <stdio.h>

void show(int bits, const char *name)
{
    printf("%#x is called %s\n", bits, name);
}
