// The thread function asks whether it got an argument; the other gets what is filled later.
#include <pthread.h>
#include <stdio.h>

struct job {
    const char *name;
    long rounds;
};

static void *work(void *argument)
{
    const struct job *j = argument;
    printf("%s\n", j ? j->name : "idle");
    return NULL;
}

static void *wait_for_it(void *argument)
{
    struct job *volatile const *slot = argument;
    while (*slot == NULL)
        ;
    puts((*slot)->name);
    return NULL;
}

int main(void)
{
    struct job j = {"one", 1};
    struct job *slot = NULL;
    pthread_t t, u;
    if (pthread_create(&t, NULL, work, NULL) != 0)
        return 1;
    if (pthread_create(&u, NULL, wait_for_it, &slot) == 0) {
        slot = &j;
        pthread_join(u, NULL);
    }
    pthread_join(t, NULL);
    return 0;
}
