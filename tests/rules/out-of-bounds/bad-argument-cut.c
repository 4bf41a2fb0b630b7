// The argument is cut, but not where the array ends.
#include <string.h>

extern void show(const char *path);

int main(int argc, char **argv)
{
    char path[100];
    if (argc < 2)
        return 1;
    if (strlen(argv[1]) >= 200)
        argv[1][200] = 0;
    strcpy(path, argv[1]); //~ out-of-bounds
    show(path);
    return 0;
}
