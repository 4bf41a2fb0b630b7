// A node of a ring of tasks is unlinked after it was freed.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct task {
    struct task *_Nullable before;
    struct task *__own _Nullable after;
    int id;
};

struct tasks {
    struct task *__own _Nullable first;
};

void tasks_drop_first(struct tasks *l)
{
    struct task *t = l->first;
    if (t == NULL)
        return;
    l->first = t->after;
    if (l->first != NULL)
        l->first->before = NULL;
    free(t);
    t->id = 0; //~ use-after-free
}
