// The argument is cut to the length of the array.
#include <string.h>

extern void show(const char *path);

int main(int argc, char **argv)
{
    char path[100];
    if (argc < 2)
        return 1;
    if (strlen(argv[1]) >= 100)
        argv[1][99] = 0;
    strcpy(path, argv[1]);
    show(path);
    return 0;
}
