#include <stdlib.h>
#include "other.c"
struct list *first;
static int count(struct list *l)
{
    return l ? 1 + count(l->next) : 0;
}
int main(int argc, char **argv)
{
    struct list *l = push(NULL, argv[1]);
    int n = count(l);
    drop(l);
    return argc > 2 ? n : l->n;
}
#include <corten.h>
#include <stdlib.h>
struct list { struct list *next; char *text; int n; };
struct list *__own _Nullable push(struct list *_Nullable l, char *text)
{
    struct list *p = malloc(sizeof *p);
    if (p)
        *p = (struct list){.next = l, .text = text, 1};
    return p;
}
void drop(struct list *__own l)
{
    for (struct list *n; l; l = n) {
        n = l->next;
        free(l);
    }
}
