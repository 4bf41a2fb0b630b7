// A tagged value takes over a text, and releases it by its tag.
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

void value_set(struct value *__inits v, char *__own text)
{
    v->kind = TEXT;
    v->u.text = text;
}

void value_drop(struct value *__drops v)
{
    if (v->kind == TEXT)
        free(v->u.text);
}
