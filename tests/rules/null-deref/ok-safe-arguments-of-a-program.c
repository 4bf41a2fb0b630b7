// An optional argument of a program is read if it was given.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "-";
    printf("%c\n", name[0]);
    return 0;
}
