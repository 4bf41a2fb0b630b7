// All arguments are looked at, but not for their lengths.
#include <string.h>

extern void show(const char *path);

static int is_quiet(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (!strcmp(argv[i], "--quiet"))
            return 1;
    return 0;
}

int main(int argc, char **argv)
{
    char path[100];
    if (!is_quiet(argc, argv) && argc > 1) {
        strcpy(path, argv[1]); //~ out-of-bounds
        show(path);
    }
    return 0;
}
