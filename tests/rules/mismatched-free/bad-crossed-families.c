// Two kinds of handle are released by each other's function.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

union handle {
    FILE *file;
    DIR *dir;
};

int main(int argc, char **argv)
{
    (void)argv;
    union handle h;
    int is_dir = argc < 50;
    if (is_dir)
        h.dir = opendir("/");
    else
        h.file = fopen("/dev/null", "r");
    if (is_dir ? h.dir == NULL : h.file == NULL)
        return 1;
    if (is_dir) {
        fclose(h.file); //~ mismatched-free
    } else {
        fclose(h.file);
    }
    return 0;
}
