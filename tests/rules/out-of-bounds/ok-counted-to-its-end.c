// The bytes of the argument are counted, and are not many.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char name[20];
    int n = 0;
    if (argc != 2)
        return 1;
    while (argv[1][n])
        n++;
    if (n > 19)
        return 1;
    strcpy(name, argv[1]);
    puts(name);
    return 0;
}
