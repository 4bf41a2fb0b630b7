// Each argument but the first is asked for its length.
#include <stdlib.h>
#include <string.h>

extern void show(const char *path);

int main(int argc, char **argv)
{
    char path[100], **all = argv;
    if (argc < 2)
        return 1;
    if (strlen(argv[1]) > 99)
        exit(1);
    strcpy(path, all[0]); //~ out-of-bounds
    show(path);
    return 0;
}
