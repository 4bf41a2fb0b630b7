// Freeing a list from its head frees what follows, the second line among it.
#include <stdlib.h>
#include <string.h>

struct line {
    struct line *next;
    char *text;
};

static void free_lines(struct line *l)
{
    if (l == NULL)
        return;
    free_lines(l->next);
    free(l->text);
    free(l);
}

static struct line *line_before(struct line *next, const char *text)
{
    struct line *l = malloc(sizeof *l);
    if (!l)
        exit(1);
    l->next = next;
    l->text = strdup(text);
    return l;
}

int main(int argc, char **argv)
{
    struct line *second = line_before(NULL, argv[0]);
    struct line *first = line_before(second, "first");
    free_lines(first);
    if (argc > 1)
        free(second); //~ double-free
    return 0;
}
