// A thread gets the address of the pointer to its argument.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct work {
    const char *name;
    long rounds;
};

static void *worker(void *argument)
{
    const struct work *w = argument;
    for (long i = 0; i < w->rounds % 3; i++)
        puts(w->name);
    return NULL;
}

static void *run_here(void *(*start)(void *), void *argument)
{
    return start(argument);
}

int main(void)
{
    struct work *w = malloc(sizeof *w);
    if (w == NULL)
        return 1;
    w->name = "worker";
    w->rounds = 2;
    run_here(worker, &w); //~ type-confusion
    free(w);
    return 0;
}
