// A lock that was only tried is not held.
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int count;

void bump(void)
{
    pthread_mutex_trylock(&lock); //~ unchecked-result
    count++;
    pthread_mutex_unlock(&lock);
}
