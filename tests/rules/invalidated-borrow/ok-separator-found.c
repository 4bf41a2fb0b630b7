// The separator is looked for after the text was made longer.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    char *path = strdup(argv[1]);
    if (path == NULL)
        return 1;
    char *longer = realloc(path, strlen(argv[1]) + 5);
    if (longer == NULL) {
        free(path);
        return 1;
    }
    char *slash = strrchr(longer, '/');
    if (slash != NULL)
        *slash = '\0';
    strcat(longer, ".bak");
    puts(longer);
    free(longer);
    return 0;
}
