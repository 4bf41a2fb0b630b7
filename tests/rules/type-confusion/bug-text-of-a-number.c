// A helper for texts is called with a value that is a number.
#include <stdio.h>
#include <string.h>

enum type { T_NIL, T_INT, T_STR };

struct value {
    enum type type;
    union {
        long i;
        struct {
            const char *at;
        } s;
    } as;
};

static struct value value_of_int(long i)
{
    struct value v = { .type = T_INT };
    v.as.i = i;
    return v;
}

static struct value value_of_text(const char *s)
{
    struct value v = { .type = T_STR };
    v.as.s.at = s;
    return v;
}

static size_t value_length(const struct value *v)
{
    return strlen(v->as.s.at);
}

int main(void)
{
    struct value n = value_of_int(7), s = value_of_text("seven");
    printf("%zu\n", value_length(&n)); //~ type-confusion
    return s.type != T_STR;
}
