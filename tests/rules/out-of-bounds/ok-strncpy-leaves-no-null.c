// The last character of the field is set to null after strncpy.
// run: ./a.out abcdefghijkl
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char tag[8];
    if (argc < 2)
        return 1;
    strncpy(tag, argv[1], sizeof tag);
    tag[sizeof tag - 1] = '\0';
    puts(tag);
    return 0;
}
