// A token, which points into the line, is freed instead of the line.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *line = strdup("get /index");
    if (line == NULL)
        return 1;
    char *verb = strtok(line, " ");
    char *path = verb ? strtok(NULL, " ") : NULL;
    if (path != NULL) {
        puts(path);
        free(path); //~ invalid-free
    }
    free(line);
    return 0;
}
