// Copies stand where the arguments stood, and are as long as they were.
#include <stdlib.h>
#include <string.h>

extern void show(const char *path);

static int own_arguments(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char *copy = strdup(argv[i]);
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
        strcpy(path, argv[1]); //~ out-of-bounds
        show(path);
    }
    return 0;
}
