// A case closes the directory and falls into the case that closes it, too.
#include <dirent.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    DIR *d = opendir("/");
    if (d == NULL)
        return 1;
    switch (argc) {
    case 1:
        puts("one");
        closedir(d);
        /* fall through */
    default:
        closedir(d); //~ double-free
        break;
    }
    return 0;
}
