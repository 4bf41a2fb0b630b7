// The struct on the stack is only emptied.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *data;
};

static void text_empty(struct text *t)
{
    free(t->data);
    t->data = NULL;
}

static void text_free(struct text *t)
{
    text_empty(t);
    free(t);
}

int main(int argc, char **argv)
{
    struct text local = { strdup(argv[0]) };
    struct text *heap = calloc(1, sizeof *heap);
    if (heap != NULL) {
        heap->data = NULL;
        printf("%d %d\n", argc, local.data != NULL);
        text_free(heap);
    }
    text_empty(&local);
    return 0;
}
