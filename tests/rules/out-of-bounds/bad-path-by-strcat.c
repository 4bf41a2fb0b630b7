// A file name from the command line is appended to a path without a look at what is left.
// run: ./a.out a-name-that-is-far-too-long-for-the-small-buffer-of-a-path
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char path[48] = "/var/lib/demo/";
    if (argc < 2)
        return 1;
    strcat(path, argv[1]); //~ out-of-bounds
    puts(path);
    return 0;
}
