// What realloc leaves behind when it fails is lost, but so is the program: a callee ends it.
#include <stdio.h>
#include <stdlib.h>

static void need(const void *p)
{
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
}

char *get_line(FILE *in)
{
    char *line = NULL;
    int room = 0, n = 0;
    for (;;) {
        if (n + 100 > room) {
            room = room * 2 + 100;
            line = realloc(line, (size_t)room);
            need(line);
        }
        if (!fgets(&line[n], room - n, in)) {
            free(line);
            return NULL;
        }
        while (line[n])
            n++;
        if (n > 0 && line[n - 1] == '\n')
            return line;
    }
}
