// The tag of a cell is set to text, and the text is read that was never stored.
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
    c->kind = TEXT;
    return c->u.text[0]; //~ type-confusion
}
