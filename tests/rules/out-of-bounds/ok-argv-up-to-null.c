// argv has a null pointer behind its last string, which may be read.
// run: ./a.out -v file
#include <stdio.h>

int main(int argc, char **argv)
{
    int options = 0, files = 0;
    for (int i = 1; i <= argc; i++) {
        if (argv[i] == NULL)
            break;
        if (argv[i][0] == '-' && argv[i][1] == 'v' && argv[i][2] == '\0')
            options++;
        else
            files++;
    }
    char **last = argv;
    while (*last != NULL)
        last++;
    if (argc > 0)
        printf("%d %d %s\n", options, files, last[-1]);
    return 0;
}
