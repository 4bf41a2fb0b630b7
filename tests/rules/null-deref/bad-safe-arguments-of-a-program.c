// An optional argument of a program is read.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : NULL;
    printf("%c\n", name[0]); //~ null-deref
    return 0;
}
