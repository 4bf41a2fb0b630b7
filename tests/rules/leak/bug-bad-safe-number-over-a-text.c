// A cell that may own a text is made a number.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

enum kind { NUMBER, TEXT };

struct cell {
    enum kind kind;
    union {
        long number __tagged_by(kind, NUMBER);
        char *__own __null_terminated text __tagged_by(kind, TEXT);
    } u;
};

void cell_zero(struct cell *c)
{
    c->kind = NUMBER;
    c->u.number = 0; //~ leak
}
