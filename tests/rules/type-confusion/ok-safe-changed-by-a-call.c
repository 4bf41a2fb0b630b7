// A number is read before a call that may make a text of it.
#include <corten.h>
#pragma corten safe

enum cell_kind { NUMBER, TEXT };

struct cell {
    enum cell_kind kind;
    union {
        long number __tagged_by(kind, NUMBER);
        const char *text __tagged_by(kind, TEXT);
    } u;
};

void cell_refresh(struct cell *c);

long value(struct cell *c)
{
    if (c->kind != NUMBER)
        return 0;
    long n = c->u.number;
    cell_refresh(c);
    return n;
}
