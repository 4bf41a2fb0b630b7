// A number is read after a call that may have made a text of it.
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
    cell_refresh(c);
    return c->u.number; //~ type-confusion
}
