// The argument is not empty; how far away its end is, nobody asks.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char name[20];
    if (argc != 2 || !argv[1][0])
        return 1;
    strcpy(name, argv[1]); //~ out-of-bounds
    puts(name);
    return 0;
}
