/* A function that calls what its argument holds, and finds itself there. */
#include <stddef.h>

struct task {
    void (*run)(struct task *t);
    int *count;
};

void run_task(struct task *t)
{
    if (t->count && ++*t->count < 10)
        t->run(t);
}

int use(void)
{
    int n = 0;
    struct task t = {run_task, &n};
    run_task(&t);
    return n;
}
