// The last byte of a line is looked at where the line is known not to be empty.
#include <stdio.h>
#include <string.h>

static int is_comment(const char *line)
{
    int i = 0;
    while (line[i] == ' ' || line[i] == '\t')
        i++;
    if (line[i] == '#' || line[i] == '\n' || line[i] == 0)
        return 1;
    return 0;
}

int count(FILE *f)
{
    char line[4096];
    int n = 0;
    while (fgets(line, sizeof line, f)) {
        if (is_comment(line))
            continue;
        if (line[strlen(line) - 1] == '\n')
            line[strlen(line) - 1] = 0;
        n++;
    }
    return n;
}

int print(FILE *f)
{
    char line[80];
    while (fgets(line, sizeof line, f)) {
        if (!strcmp(line, ""))
            continue;
        line[strlen(line) - 1] = 0;
        puts(line);
    }
    while (fgets(line, sizeof line, f)) {
        if (strchr(line, '\n'))
            line[strlen(line) - 1] = 0;
        puts(line);
    }
    while (fgets(line, sizeof line, f)) {
        if (!*line)
            continue;
        line[strlen(line) - 1] = 0;
        puts(line);
    }
    return 0;
}
