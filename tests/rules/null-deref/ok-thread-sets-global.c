// The thread stores its result in a global, and in what it was given.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct job {
    char *out;
    int n;
};

static char *shared;

static void *run(void *argument)
{
    struct job *j = argument;
    j->out = malloc(4);
    j->n = 4;
    shared = j->out;
    return NULL;
}

int main(void)
{
    struct job j = {NULL, 0};
    pthread_t t;
    shared = NULL;
    if (pthread_create(&t, NULL, run, &j) != 0)
        return 1;
    pthread_join(t, NULL);
    printf("%d\n", 100 / j.n);
    if (j.out) {
        j.out[0] = 'a';
        shared[1] = '\0';
    }
    free(j.out);
    return 0;
}
