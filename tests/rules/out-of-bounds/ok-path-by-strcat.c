// A file name from the command line is appended to a path if there is room for it.
// run: ./a.out a-name-that-is-far-too-long-for-the-small-buffer-of-a-path
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char path[48] = "/var/lib/demo/";
    if (argc < 2)
        return 1;
    if (strlen(argv[1]) >= sizeof path - strlen(path))
        return 1;
    strcat(path, argv[1]);
    puts(path);
    return 0;
}
