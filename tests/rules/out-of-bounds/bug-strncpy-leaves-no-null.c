// strncpy leaves no terminating null character when the text fills the field.
// run: ./a.out abcdefghijkl
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char tag[8];
    if (argc < 2)
        return 1;
    strncpy(tag, argv[1], sizeof tag);
    puts(tag); //~ out-of-bounds
    return 0;
}
