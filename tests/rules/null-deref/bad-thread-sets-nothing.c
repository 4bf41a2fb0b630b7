// The thread only prints, and the global is as empty afterwards as it was before.
#include <pthread.h>
#include <stdio.h>

static char *shared;

static void *run(void *argument)
{
    puts(argument);
    return NULL;
}

int main(void)
{
    static char text[] = "text";
    pthread_t t;
    shared = NULL;
    if (pthread_create(&t, NULL, run, text) != 0)
        return 1;
    pthread_join(t, NULL);
    shared[0] = '\0'; //~ null-deref
    return 0;
}
