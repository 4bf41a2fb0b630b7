#include <stdlib.h>
#include <string.h>
typedef struct { char *start; size_t len; } slice;
typedef union { long number; char *text; } cell_value;
struct cell { unsigned kind : 3; unsigned wide : 1; cell_value v; };

slice slice_of(char *s)
{
    slice x = {s, s ? strlen(s) : 0};
    return x;
}

slice slice_dup(slice from)
{
    slice x = {malloc(from.len + 1), 0};
    if (x.start) {
        memcpy(x.start, from.start, from.len);
        x.len = from.len;
    }
    return x;
}

void cell_text(struct cell *c, char *text)
{
    c->kind = 1;
    c->v.text = text;
}

void cell_clear(struct cell *c)
{
    free(c->v.text);
}
