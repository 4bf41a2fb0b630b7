// A record that was passed by value to who looks at its number alone is still the caller's.
#include <stdlib.h>

struct value {
    unsigned kind;
    union {
        void *text;
        double number;
    } u;
};

void log_kind(unsigned kind);

static struct value make(void)
{
    struct value v = {1, {malloc(16)}};
    return v;
}

static void look(struct value v)
{
    log_kind(v.kind);
}

void print_all(void)
{
    look(make());
} //~ leak
