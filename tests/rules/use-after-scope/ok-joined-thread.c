// A thread works on its creator's locals, and is joined before they end.
#include <pthread.h>
#include <stdio.h>

struct job {
    const int *v;
    int n;
    long sum;
};

static void *run(void *arg)
{
    struct job *j = arg;
    for (int i = 0; i < j->n; i++)
        j->sum += j->v[i];
    return NULL;
}

static long parallel_sum(void)
{
    const int v[6] = { 1, 2, 3, 4, 5, 6 };
    struct job half[2] = { { v, 3, 0 }, { v + 3, 3, 0 } };
    pthread_t t;
    int rc = pthread_create(&t, NULL, run, &half[0]);
    run(&half[1]);
    if (rc == 0)
        pthread_join(t, NULL);
    else
        run(&half[0]);
    return half[0].sum + half[1].sum;
}

int main(void)
{
    printf("%ld\n", parallel_sum());
    return 0;
}
