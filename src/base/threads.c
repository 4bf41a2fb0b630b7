/* base/threads.c - a parallel loop and a lock; no other threads exist in Corten.
 *
 * In: a number of items and a function. Out: nothing; the function stores its results by item,
 * so that the order in which threads run cannot be seen in them.
 *
 * Workers take the next item from a shared counter. They get larger stacks than the default:
 * parser and lowering recurse with the depth of the user's code. */
#include "base/base.h"

#include <pthread.h>
#include <stdatomic.h>

#define STACK_BYTES ((size_t)64 << 20)
#define WORKERS_MAX 256u

typedef struct Job {
    void (*fn)(void *ctx, uint32_t item, unsigned worker);
    void *ctx;
    uint32_t items;
    _Atomic uint32_t next;
} Job;

typedef struct Worker {
    Job *job;
    unsigned index;
    pthread_t thread;
} Worker;

static void job_work(Job *job, unsigned worker)
{
    for (;;) {
        /* Looks before it adds, so that the counter can't wrap at 2^32 - 1 items. */
        uint32_t i = atomic_load(&job->next);
        do {
            if (i >= job->items)
                return;
        } while (!atomic_compare_exchange_weak(&job->next, &i, i + 1));
        job->fn(job->ctx, i, worker);
    }
}

static void *worker_main(void *arg)
{
    Worker *w = arg;
    job_work(w->job, w->index);
    return NULL;
}

static bool worker_start(Worker *w)
{
    pthread_attr_t attr;
    if (pthread_attr_init(&attr) != 0)
        return false;
    /* Refused (a small address space): the default size has to do. */
    (void)pthread_attr_setstacksize(&attr, STACK_BYTES);
    bool ok = pthread_create(&w->thread, &attr, worker_main, w) == 0;
    pthread_attr_destroy(&attr);
    return ok || pthread_create(&w->thread, NULL, worker_main, w) == 0;
}

void threads_run(unsigned workers, uint32_t items,
                 void (*fn)(void *ctx, uint32_t item, unsigned worker), void *ctx)
{
    Job job = {.fn = fn, .ctx = ctx, .items = items};
    if (workers > WORKERS_MAX)
        workers = WORKERS_MAX;
    if (workers > items)
        workers = items;
    if (workers <= 1) {
        job_work(&job, 0);
        return;
    }
    Worker all[WORKERS_MAX];
    unsigned started = 0;
    while (started < workers) {
        all[started] = (Worker){.job = &job, .index = started};
        if (!worker_start(&all[started]))
            break;
        started++;
    }
    /* No thread at all could be started: the work is done here all the same. */
    if (started == 0)
        job_work(&job, 0);
    for (unsigned i = 0; i < started; i++)
        pthread_join(all[i].thread, NULL);
}

/* ---- locks ------------------------------------------------------------------------- */

struct Lock {
    pthread_mutex_t mutex; /* never destroyed: on our systems a free mutex holds nothing */
};

Lock *lock_new(Arena *a)
{
    Lock *l = ARENA_NEW(a, Lock);
    if (pthread_mutex_init(&l->mutex, NULL) != 0)
        BUG(a, "cannot make a lock");
    return l;
}

void lock_take(Lock *l)
{
    pthread_mutex_lock(&l->mutex);
}

void lock_drop(Lock *l)
{
    pthread_mutex_unlock(&l->mutex);
}
