// Cut from the list, the second line is freed by itself.
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
    struct line *second = line_before(NULL, argv[argc - 1]);
    struct line *first = line_before(second, "first");
    first->next = NULL;
    free_lines(first);
    free_lines(second);
    return 0;
}
