// The list of timers has timers.
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

static void print_tasks(const struct link *l)
{
    for (; l != NULL; l = l->next) {
        const struct task *t = container_of(l, struct task, link);
        puts(t->name);
    }
}

static void print_timers(const struct link *l)
{
    for (; l != NULL; l = l->next)
        printf("%ld\n", container_of(l, struct timer, link)->due);
}

int main(void)
{
    struct task task = { "idle", { NULL } };
    struct timer timer = { 100, { NULL } };
    print_tasks(&task.link);
    print_timers(&timer.link);
    return 0;
}
