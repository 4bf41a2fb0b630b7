// Each argument is asked for its length, up to the null pointer behind the last one.
#include <stdlib.h>
#include <string.h>

extern void show(const char *path);

int main(int argc, char **argv)
{
    char path[100], **all = argv;
    if (argc < 2)
        return 1;
    for (; *argv; argv++)
        if (strlen(*argv) > 99)
            exit(1);
    strcpy(path, all[1]);
    show(path);
    return 0;
}
