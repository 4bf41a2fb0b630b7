// The thread function needs an argument, and gets none.
#include <pthread.h>
#include <stdio.h>

struct job {
    const int *v;
    int n;
    long sum;
};

static void *add(void *argument)
{
    struct job *j = argument;
    for (int i = 0; i < j->n; i++)
        j->sum += j->v[i];
    return NULL;
}

int main(void)
{
    static const int v[] = {1, 2, 3};
    struct job j = {v, 3, 0};
    pthread_t t;
    if (pthread_create(&t, NULL, add, NULL) != 0) //~ null-deref
        return 1;
    pthread_join(t, NULL);
    printf("%ld\n", j.sum);
    return 0;
}
