// A flexible array of n bytes gets a terminator behind them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct message {
    unsigned len;
    char text[];
};

static struct message *message_new(const char *text, unsigned len)
{
    struct message *m = malloc(sizeof *m + len);
    if (m == NULL)
        return NULL;
    m->len = len;
    memcpy(m->text, text, len);
    m->text[len] = '\0'; //~ out-of-bounds
    return m;
}

int main(void)
{
    struct message *m = message_new("hello, world", 5);
    if (m == NULL)
        return 1;
    printf("%s\n", m->text);
    free(m);
    return 0;
}
