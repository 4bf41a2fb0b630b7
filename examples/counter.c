/* A counter under a lock, with one return too early. */
#include <pthread.h>

struct counter {
    pthread_mutex_t lock;
    int value, limit;
};

int counter_add(struct counter *c, int n)
{
    pthread_mutex_lock(&c->lock);
    if (n > c->limit - c->value)
        return -1;
    c->value += n;
    pthread_mutex_unlock(&c->lock);
    return 0;
}
