// Whoever else is given the command line, it is as long as the user likes.
#include <string.h>

extern void note_arguments(int argc, char **argv);
extern void show(const char *path);

static void open_it(int argc, char **argv)
{
    char path[256];
    if (argc == 2) {
        strcpy(path, argv[1]);
        show(path);
    }
}

int main(int argc, char **argv)
{
    note_arguments(argc, argv);
    open_it(argc, argv); //~ out-of-bounds
    return 0;
}
