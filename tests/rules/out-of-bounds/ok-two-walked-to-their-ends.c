// Both arguments are walked through to their ends, which are not far away.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char name[20], *p;
    int n = 0;
    if (argc != 3)
        return 1;
    for (p = argv[1]; *p; p++)
        if (p - argv[1] >= 19)
            return 1;
    strcpy(name, argv[1]);
    puts(name);
    while (argv[2][n])
        n++;
    if (n > 19)
        return 1;
    strcpy(name, argv[2]);
    puts(name);
    return 0;
}
