// The text has ended in the line, which is longer than the name.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[40], name[20];
    if (argc != 2)
        return 1;
    if (snprintf(line, sizeof line, "%s", argv[1]) >= (int)sizeof line)
        return 1;
    strcpy(name, argv[1]); //~ out-of-bounds
    puts(name);
    return 0;
}
