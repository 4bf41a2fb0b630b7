// The case ends with a break.
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
        break;
    default:
        closedir(d);
        break;
    }
    return 0;
}
