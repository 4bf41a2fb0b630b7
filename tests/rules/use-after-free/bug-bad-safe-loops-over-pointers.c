// Pointers out of a counted array of pointers are passed on in a loop; a captured object is freed.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
struct node { int key; };
struct cursor { const struct node *_Nullable at; };
void cursor_set(struct cursor *c, const struct node *__captured_by(c) at);
int cursor_key(const struct cursor *c);
void q0(const struct node *n);
int q1(void)
{
    struct cursor c = { NULL };
    struct node *n = calloc(1, sizeof *n);
    if (n == NULL)
        return 0;
    cursor_set(&c, n);
    free(n);
    return cursor_key(&c); //~ use-after-free
}
/* walk with pointer in array */
static const char *const names[] = { "a", "b" };
void q2(void)
{
    for (size_t i = 0; i < 2; i++)
        puts(names[i]);
}
int q3(const char *s)
{
    for (size_t i = 0; i < 2; i++)
        if (strcmp(names[i], s) == 0)
            return 1;
    return 0;
}
void q4(const struct node *const *__counted_by(n) v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        q0(v[i]);
}
void q5(const struct node *const *__counted_by(n) v, size_t n)
{
    if (n > 2)
        q0(v[1]);
}
struct t { struct node *_Nullable child[8]; };
void q6(const struct t *t)
{
    if (t->child[2] != NULL)
        q0(t->child[2]);
}
void q7(const struct t *t, unsigned i)
{
    const struct node *n = i < 8 ? t->child[i] : NULL;
    if (n != NULL)
        q0(n);
}
