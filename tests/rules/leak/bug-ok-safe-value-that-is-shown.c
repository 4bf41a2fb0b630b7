// A value that owns its text is shown, and stays as it is.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

enum kind { EMPTY, NUMBER, TEXT };

struct value {
    enum kind kind;
    union {
        long number __tagged_by(kind, NUMBER);
        char *__own __null_terminated text __tagged_by(kind, TEXT);
    } u;
};

void value_end(const struct value *v)
{
    switch (v->kind) {
    case EMPTY:
        puts("empty");
        break;
    case NUMBER:
        printf("%ld\n", v->u.number);
        break;
    case TEXT:
        puts(v->u.text);
        break;
    }
    puts("end");
}
