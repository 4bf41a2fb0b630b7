// A size is printed with the conversion of a size.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        printf("%2d: %zu\n", i, strlen(argv[i]));
    return 0;
}
