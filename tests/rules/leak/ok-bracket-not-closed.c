// What the parser calls itself for, between the brackets, is freed when one is missing.
#include <stdlib.h>

struct term {
    char sign;
    struct term *inner;
};

static void free_term(struct term *t)
{
    if (!t)
        return;
    free_term(t->inner);
    free(t);
}

static struct term *parse(const char **text)
{
    struct term *inner = NULL;
    char sign = *(*text)++;
    if (sign == '(') {
        inner = parse(text);
        if (!inner)
            return NULL;
        if (*(*text)++ != ')') {
            free_term(inner);
            return NULL;
        }
    }
    struct term *t = malloc(sizeof *t);
    if (!t) {
        free_term(inner);
        return NULL;
    }
    t->sign = sign;
    t->inner = inner;
    return t;
}

int main(int argc, char **argv)
{
    const char *text = argv[argc - 1];
    struct term *t = parse(&text);
    int known = t != NULL;
    free_term(t);
    return !known;
}
