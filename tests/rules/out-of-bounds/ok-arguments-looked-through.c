// None of the arguments is longer than the array: that was asked of all of them.
#include <stdlib.h>
#include <string.h>

extern void show(const char *path);

static int are_short(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strlen(argv[i]) >= 100)
            return 0;
    return 1;
}

static void must_be_short(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strlen(argv[i]) >= 100)
            exit(1);
}

static void show_first(int argc, char **argv)
{
    char path[100];
    if (argc > 1) {
        strcpy(path, argv[1]);
        show(path);
    }
}

static void show_last(int argc, char **argv)
{
    char path[100];
    must_be_short(argc, argv);
    if (argc > 1) {
        strcpy(path, argv[argc - 1]);
        show(path);
    }
}

int main(int argc, char **argv)
{
    char path[100];
    if (argc > 5) {
        show_last(argc, argv);
        return 0;
    }
    if (!are_short(argc, argv))
        return 1;
    show_first(argc, argv);
    if (argc > 2) {
        strcpy(path, argv[2]);
        show(path);
    }
    return 0;
}
