// A lock that was tried is released only when it is held.
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int count;

void bump(void)
{
    if (pthread_mutex_trylock(&lock) != 0)
        return;
    count++;
    pthread_mutex_unlock(&lock);
}
