// The text is built from a name that the caller of the program chose.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char title[64];
    if (argc < 2)
        return 1;
    snprintf(title, sizeof title, "file %s\n", argv[1]);
    printf(title); //~ format
    return 0;
}
