/* The field is set anew, by the callee or by the caller. */
#include <stdlib.h>

struct message {
    char *text;
    size_t length;
};

static void drop_text(struct message *m)
{
    free(m->text);
    m->text = NULL;
    m->length = 0;
}

static void release(struct message *m)
{
    free(m->text);
}

char first(struct message *m, char *other)
{
    drop_text(m);
    if (m->text)
        return m->text[0];
    release(m);
    m->text = other;
    return m->text[0];
}
