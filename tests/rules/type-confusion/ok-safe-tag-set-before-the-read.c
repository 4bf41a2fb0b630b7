// The tag of a cell is looked at, and the text is read.
#include <corten.h>
#pragma corten safe

enum kind { NUMBER, TEXT };

struct cell {
    enum kind kind;
    union {
        long number __tagged_by(kind, NUMBER);
        const char *text __tagged_by(kind, TEXT);
    } u;
};

int initial(struct cell *c)
{
    if (c->kind != TEXT)
        return 0;
    return c->u.text[0];
}
