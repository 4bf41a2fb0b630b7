// The argument is walked through to its end, which is not far away.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char name[20], *p;
    if (argc != 2)
        return 1;
    for (p = argv[1]; *p; p++)
        if (p - argv[1] >= 19)
            return 1;
    strcpy(name, argv[1]);
    puts(name);
    return 0;
}
