// A new text of no characters gets no NUL, and is printed as a string.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    unsigned length, room;
    char data[];
};

static struct text *text_empty(unsigned room)
{
    struct text *t = malloc(sizeof *t + room + 1);
    if (!t)
        abort();
    t->length = 0;
    t->room = room;
    memset(t->data, 0, room);
    return t;
}

static const char *text_value(const struct text *t)
{
    return t->data;
}

int main(void)
{
    struct text *t = text_empty(0);
    printf("[%s]\n", text_value(t)); //~ uninit
    free(t);
    return 0;
}
