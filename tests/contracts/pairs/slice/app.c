#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct { char *start; size_t len; } slice;
typedef union { long number; char *text; } cell_value;
struct cell { unsigned kind : 3; unsigned wide : 1; cell_value v; };
slice slice_of(char *s);
slice slice_dup(slice from);
void cell_text(struct cell *c, char *text);
void cell_clear(struct cell *c);

int after(char *s)
{
    slice x = slice_of(s);
    free(s);
    return x.start[0]; //~ use-after-free
}

int doubled(char *s)
{
    slice x = slice_of(s), y = slice_dup(x);
    free(y.start);
    free(y.start); //~ double-free
    return 0;
}

int cleared(void)
{
    struct cell c;
    char *text = strdup("text");
    cell_text(&c, text);
    cell_clear(&c);
    free(text); //~ double-free
    return 0;
}
