// A NUL is searched for among the bytes that fit.
#include <string.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    char key[33];
    if (argc < 2 || memchr(argv[1], 0, sizeof key) == NULL)
        return 1;
    strcpy(key, argv[1]);
    puts(key);
    return 0;
}
