// The end is looked for among more bytes than the array has.
#include <string.h>

extern void show(const char *path);

int main(int argc, char **argv)
{
    char path[100];
    if (argc < 2 || strnlen(argv[1], 200) == 200)
        return 1;
    strcpy(path, argv[1]); //~ out-of-bounds
    show(path);
    return 0;
}
