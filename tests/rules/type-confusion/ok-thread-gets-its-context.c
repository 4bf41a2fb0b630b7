// Two kinds of threads, each with a context of its own.
#include <pthread.h>
#include <stdio.h>

struct counter {
    int n;
};

struct logger {
    const char *name;
    FILE *to;
};

static void *count(void *argument)
{
    struct counter *c = argument;
    for (int i = 0; i < 9; i++)
        c->n++;
    return NULL;
}

static void *log_name(void *argument)
{
    const struct logger *l = argument;
    fprintf(l->to, "%s\n", l->name);
    return NULL;
}

int main(void)
{
    struct counter c = {0};
    struct logger l = {"log", stdout};
    pthread_t t[2];
    if (pthread_create(&t[0], NULL, count, &c) != 0)
        return 1;
    if (pthread_create(&t[1], NULL, log_name, &l) == 0)
        pthread_join(t[1], NULL);
    pthread_join(t[0], NULL);
    printf("%d %s\n", c.n, l.name);
    return 0;
}
