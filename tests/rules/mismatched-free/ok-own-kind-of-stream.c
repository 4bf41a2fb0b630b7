// The program's own FTS has nothing to do with that of <fts.h>, and is its own to free.
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    char *path;
    int depth;
} FTS;

static FTS *walk_open(const char *path)
{
    FTS *f = calloc(1, sizeof *f);
    if (f == NULL)
        return NULL;
    f->path = malloc(64);
    if (f->path == NULL) {
        free(f);
        return NULL;
    }
    snprintf(f->path, 64, "%s", path);
    return f;
}

void walk_close(FTS *f)
{
    free(f->path);
    free(f);
}

int main(void)
{
    FTS *f = walk_open("/");
    if (f != NULL)
        walk_close(f);
    return 0;
}
