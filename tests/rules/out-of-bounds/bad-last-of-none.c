// The last character of an empty argument is that before the first.
// run: ./a.out ''
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    char *dir = strdup(argv[1]);
    if (dir == NULL)
        return 1;
    size_t n = strlen(dir);
    if (dir[n - 1] == '/') //~ out-of-bounds
        puts("a directory");
    free(dir);
    return 0;
}
