// An element of a vector of rectangles is read as a text.
#include <stdio.h>
#include <stdlib.h>

struct rect {
    long width, height;
};

struct string {
    const char *at;
    size_t length;
};

struct vector {
    void *at[8];
    size_t n;
};

static int vector_add(struct vector *v, void *p)
{
    if (v->n == 8)
        return -1;
    v->at[v->n++] = p;
    return 0;
}

static void *vector_last(const struct vector *v)
{
    return v->n > 0 ? v->at[v->n - 1] : NULL;
}

int main(void)
{
    struct vector v = { { NULL }, 0 };
    struct rect *r = malloc(sizeof *r);
    if (r == NULL)
        return 1;
    r->width = 4;
    r->height = 3;
    if (vector_add(&v, r) == 0) {
        const struct string *s = vector_last(&v);
        if (s != NULL)
            printf("%.*s\n", (int)s->length, s->at); //~ type-confusion
    }
    free(r);
    return 0;
}
