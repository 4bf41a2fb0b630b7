#include <stdlib.h>
#include <string.h>
struct S { char *x; struct S *next; int n; };
static struct S *make(int n)
{
    struct S *s = malloc(sizeof *s);
    if (!s)
        return NULL;
    s->x = strdup("a");
    s->next = NULL;
    s->n = n;
    return s;
}
static void drop(struct S *s)
{
    while (s) {
        struct S *next = s->next;
        free(s->x);
        free(s);
        s = next;
    }
}
int main(int argc, char **argv)
{
    struct S *s = make(argc), *t = s;
    for (int i = 0; i < 3 && t; i++, t = t->next)
        t->next = make(i);
    drop(s);
    return s == t;
}
