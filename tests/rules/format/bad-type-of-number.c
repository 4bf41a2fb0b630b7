// A size is printed with the conversion of an int.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        printf("%2d: %d\n", i, strlen(argv[i])); //~ format
    return 0;
}
