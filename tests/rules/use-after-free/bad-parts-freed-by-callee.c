/* A callee frees what a field points to and leaves the field as it is. */
#include <stdlib.h>

struct message {
    char *text;
    size_t length;
};

static void drop_text(struct message *m)
{
    free(m->text);
    m->length = 0;
}

char first(struct message *m)
{
    drop_text(m);
    return m->text[0]; //~ use-after-free
}
