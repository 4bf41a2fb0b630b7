// strncat is told the size of the buffer, not what is left of it.
// run: ./a.out a-long-file-name.txt
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[24] = "cannot open ";
    if (argc < 2)
        return 1;
    strncat(line, argv[1], sizeof line); //~ out-of-bounds
    puts(line);
    return 0;
}
