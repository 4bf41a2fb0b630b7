// An empty argument has no last character.
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
    if (n > 0 && dir[n - 1] == '/')
        puts("a directory");
    free(dir);
    return 0;
}
