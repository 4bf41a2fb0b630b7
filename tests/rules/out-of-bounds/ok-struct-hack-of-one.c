// The old flexible array of one element, with memory for more.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
    unsigned short len;
    char text[1];
};

static struct record *record_new(const char *s)
{
    size_t n = strlen(s);
    struct record *r = malloc(offsetof(struct record, text) + n + 1);
    if (r == NULL)
        return NULL;
    r->len = (unsigned short)n;
    memcpy(r->text, s, n + 1);
    return r;
}

int main(void)
{
    struct record *r = record_new("a text of some length");
    if (r == NULL)
        return 1;
    char *t = r->text;
    for (unsigned i = 0; i < r->len; i++)
        if (t[i] == ' ')
            t[i] = '_';
    puts(t);
    free(r);
    return 0;
}
