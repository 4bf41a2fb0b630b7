// A suffix is appended to what strdup made, which has no room for it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *backup_name(const char *file)
{
    char *name = strdup(file);
    if (name == NULL)
        return NULL;
    strcat(name, ".bak"); //~ out-of-bounds
    return name;
}

int main(int argc, char **argv)
{
    char *name = backup_name(argc > 1 ? argv[1] : "notes.txt");
    if (name == NULL)
        return 1;
    puts(name);
    free(name);
    return 0;
}
