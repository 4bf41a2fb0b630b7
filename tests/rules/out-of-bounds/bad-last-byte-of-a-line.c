// That a line is not this one does not say that it is not empty.
#include <stdio.h>
#include <string.h>

int print(FILE *f)
{
    char line[80];
    while (fgets(line, sizeof line, f)) {
        if (!strcmp(line, "quit\n"))
            break;
        line[strlen(line) - 1] = 0; //~ out-of-bounds
        puts(line);
    }
    while (fgets(line, sizeof line, f)) {
        if (line[0] == '#')
            continue;
        line[strlen(line) - 1] = 0; //~ out-of-bounds
        puts(line);
    }
    return 0;
}
