// The request is given to a thread after it was freed.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct request {
    int id;
    int urgent;
};

static void *serve(void *argument)
{
    const struct request *r = argument;
    printf("%d\n", r->id);
    return NULL;
}

int main(int argc, char **argv)
{
    (void)argv;
    struct request *r = malloc(sizeof *r);
    pthread_t t;
    if (r == NULL)
        return 1;
    r->id = argc;
    r->urgent = argc > 2;
    if (!r->urgent)
        free(r);
    if (pthread_create(&t, NULL, serve, r) == 0) //~ use-after-free
        pthread_join(t, NULL);
    return 0;
}
