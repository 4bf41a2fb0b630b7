// The name behind the last slash is taken where there may be no slash.
// run: ./a.out plain
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "dir/file";
    const char *slash = strrchr(path, '/');
    if (slash[1] == '\0') //~ null-deref
        puts("a folder");
    else
        puts(slash + 1);
    return 0;
}
