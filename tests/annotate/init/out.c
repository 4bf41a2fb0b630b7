#include "out.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int parse(const char *s, int *value)
{
    if (*s < '0' || *s > '9')
        return -1;
    *value = *s - '0';
    return 0;
}

void pair_set(struct pair *p, int a, int b)
{
    p->a = a;
    p->b = b;
}

void pair_zero(struct pair *p)
{
    memset(p, 0, sizeof *p);
}

void pair_via(struct pair *p)
{
    pair_zero(p);
    p->a += 1;
}

void pair_half(struct pair *p)
{
    p->a = 0;
}

void swap(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}

void next(int *n)
{
    printf("%d\n", *n);
    *n = 0;
}

static size_t take(size_t *left)
{
    size_t n = *left;
    *left = 0;
    return n;
}

/* What its callee reads, it needs. */
void chunk(size_t *len)
{
    printf("%zu\n", take(len));
    *len = 1;
}

extern void look(const int *n);

void noted(int *n)
{
    look(n);
    *n = 1;
}

int text_new(char **out, size_t size)
{
    *out = malloc(size);
    return *out ? 0 : -1;
}

void maybe(int *n)
{
    if (n)
        *n = 3;
}
