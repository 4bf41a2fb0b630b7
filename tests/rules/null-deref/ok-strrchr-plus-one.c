// Where there is no slash, the whole path is the name.
// run: ./a.out plain
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "dir/file";
    const char *slash = strrchr(path, '/');
    if (slash != NULL && slash[1] == '\0')
        puts("a folder");
    else
        puts(slash != NULL ? slash + 1 : path);
    return 0;
}
