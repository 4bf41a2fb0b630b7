// A timer's link is taken for that of a task.
#include <stddef.h>
#include <stdio.h>

#define container_of(p, type, member) ((type *)((char *)(p) - offsetof(type, member)))

struct link {
    struct link *next;
};

struct task {
    const char *name;
    struct link link;
};

struct timer {
    long due;
    struct link link;
};

static void print_all(const struct link *l)
{
    for (; l != NULL; l = l->next) {
        const struct task *t = container_of(l, struct task, link);
        puts(t->name);
    }
}

int main(void)
{
    struct task task = { "idle", { NULL } };
    struct timer timer = { 100, { NULL } };
    print_all(&task.link);
    print_all(&timer.link); //~ type-confusion
    return 0;
}
