// The arguments were asked for their lengths, here or there, before others were given them.
#include <string.h>

extern void note_arguments(int argc, char **argv);
extern int arguments_are_fine(int argc, char **argv);
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
    if (argc != 2 || strlen(argv[1]) > 255)
        return arguments_are_fine(argc, argv) ? open_it(argc, argv), 0 : 1;
    note_arguments(argc, argv);
    open_it(argc, argv);
    return 0;
}
