// Two lengths and a null character are counted, but not the slash between.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *join(const char *dir, const char *file)
{
    size_t n = strlen(dir) + strlen(file) + 1;
    char *path = malloc(n);
    if (path == NULL)
        return NULL;
    sprintf(path, "%s/%s", dir, file); //~ out-of-bounds
    return path;
}

int main(int argc, char **argv)
{
    char *path = join("/etc", argc > 1 ? argv[1] : "hosts");
    if (path == NULL)
        return 1;
    puts(path);
    free(path);
    return 0;
}
