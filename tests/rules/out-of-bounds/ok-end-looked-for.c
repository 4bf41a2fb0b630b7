// The end is looked for among as many bytes as the array has.
#include <string.h>

extern void show(const char *path);

int main(int argc, char **argv)
{
    char path[100], *last = NULL;
    if (argc < 2 || strnlen(argv[1], sizeof path) == sizeof path)
        return 1;
    strcpy(path, argv[1]);
    show(path);
    for (int i = 2; i < argc; i++) {
        if (strnlen(argv[i], 100) == 100)
            return 1;
        last = argv[i];
    }
    if (last)
        strcpy(path, last);
    show(path);
    return 0;
}
