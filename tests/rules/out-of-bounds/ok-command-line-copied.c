// What stands where the arguments stood is no longer than the array.
#include <stdlib.h>
#include <string.h>

extern void show(const char *path);

static int own_arguments(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char *copy = strndup(argv[i], 255);
        if (!copy)
            return -1;
        argv[i] = copy;
    }
    return 0;
}

int main(int argc, char **argv)
{
    char path[256];
    if (own_arguments(argc, argv))
        return 1;
    if (argc > 1) {
        strcpy(path, argv[1]);
        show(path);
    }
    return 0;
}
