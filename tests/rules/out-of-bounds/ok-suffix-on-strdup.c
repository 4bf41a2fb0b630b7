// The name of the backup is made with room for the suffix.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *backup_name(const char *file)
{
    char *name = malloc(strlen(file) + sizeof ".bak");
    if (name == NULL)
        return NULL;
    strcpy(name, file);
    strcat(name, ".bak");
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
