// pthread_getspecific gives what the thread has put there before.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_key_t key;
struct counter { int n; };

static void count(void)
{
    struct counter *c = pthread_getspecific(key);
    c->n++;
}

static int count_lazily(void)
{
    struct counter *c = pthread_getspecific(key);
    if (c == NULL) {
        c = calloc(1, sizeof *c);
        if (c == NULL || pthread_setspecific(key, c) != 0) {
            free(c);
            return -1;
        }
    }
    count();
    return c->n;
}

int main(void)
{
    if (pthread_key_create(&key, free) != 0)
        return 1;
    printf("%d\n", count_lazily());
    return 0;
}
