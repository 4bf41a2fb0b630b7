/* Reads the first line of a file; two of the ways out forget something. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *config_read(const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f)
        return NULL;
    char *line = malloc(256);
    if (!line)
        return NULL;
    if (!fgets(line, 256, f)) {
        fclose(f);
        return NULL;
    }
    line[strcspn(line, "\n")] = '\0';
    fclose(f);
    return line;
}
