// A conversion of another language.
#include <stdio.h>

void show(int bits, const char *name)
{
    printf("%y is called %s\n", bits, name); //~ format
}
