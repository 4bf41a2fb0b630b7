// A tagged value may own a text, and its destructor does not look.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

enum kind { NUMBER, TEXT };

struct value {
    enum kind kind;
    union {
        double number __tagged_by(kind, NUMBER);
        char *__own text __tagged_by(kind, TEXT);
    } u;
};

void value_drop(struct value *__drops v)
{
    v->kind = NUMBER;
} //~ leak
