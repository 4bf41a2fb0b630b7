// The formatted path is not freed when the file can't be opened.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

static FILE *open_part(const char *dir, int n)
{
    char *path;
    if (asprintf(&path, "%s/part.%d", dir, n) < 0)
        return NULL;
    FILE *f = fopen(path, "r");
    if (f == NULL)
        return NULL; //~ leak
    free(path);
    return f;
}

int main(void)
{
    FILE *f = open_part("/nonexistent", 3);
    if (f != NULL)
        fclose(f);
    return 0;
}
