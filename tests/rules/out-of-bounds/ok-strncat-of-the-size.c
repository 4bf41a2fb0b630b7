// strncat is told what is left, less the null character.
// run: ./a.out a-long-file-name.txt
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[24] = "cannot open ";
    if (argc < 2)
        return 1;
    strncat(line, argv[1], sizeof line - strlen(line) - 1);
    puts(line);
    return 0;
}
