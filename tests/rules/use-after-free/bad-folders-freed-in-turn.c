// Folders hold entries, entries hold folders: two functions free both in turn. The entry is gone too.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct folder;

struct entry {
    struct entry *next;
    char *name;
    struct folder *below;
};

struct folder {
    struct entry *first;
};

static void free_folder(struct folder *f);

static void free_entries(struct entry *e)
{
    if (!e)
        return;
    free_entries(e->next);
    if (e->below)
        free_folder(e->below);
    free(e->name);
    free(e);
}

static void free_folder(struct folder *f)
{
    free_entries(f->first);
    free(f);
}

int main(int argc, char **argv)
{
    struct folder *top = calloc(1, sizeof *top);
    if (!top)
        return 1;
    struct entry *e = calloc(1, sizeof *e);
    if (e)
        e->name = strdup(argv[argc - 1]);
    top->first = e;
    free_folder(top);
    if (e)
        printf("%s is gone\n", e->name); //~ use-after-free
    return 0;
}
