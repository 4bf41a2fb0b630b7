// The tag is tested by a switch, a helper, a mask or before the cast.
// run: ./a.out word
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum kind { K_NONE, K_LONG, K_TEXT, K_PAIR };

struct value {
    enum kind kind;
    union {
        long number;
        const char *text;
        struct value *pair;
    } u;
};

static bool is_text(const struct value *v)
{
    return v->kind == K_TEXT;
}

static const char *text_or(const struct value *v, const char *otherwise)
{
    return is_text(v) ? v->u.text : otherwise;
}

static long weight(const struct value *v)
{
    switch (v->kind) {
    case K_LONG: return v->u.number;
    case K_TEXT: return v->u.text[0];
    case K_PAIR: return weight(&v->u.pair[0]) + weight(&v->u.pair[1]);
    case K_NONE: break;
    }
    return 0;
}

static struct value parse(const char *s)
{
    char *end;
    struct value v = { .kind = K_LONG, .u.number = strtol(s, &end, 10) };
    if (end == s || *end != '\0') {
        v.kind = K_TEXT;
        v.u.text = s;
    }
    return v;
}

int main(int argc, char **argv)
{
    struct value two[2] = { parse(argc > 1 ? argv[1] : "1"), { .kind = K_NONE } };
    struct value both = { .kind = K_PAIR, .u.pair = two };
    printf("%ld %s\n", weight(&both), text_or(&two[0], "no text"));
    if (two[0].kind != K_TEXT)
        return (int)(two[0].u.number & 1);
    puts(two[0].u.text);
    two[0].u.number = 5;
    two[0].kind = K_LONG;
    printf("%ld\n", weight(two));
    return 0;
}
