// A job's number is read before the job moves into its worker.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct job {
    int number;
};

struct worker {
    struct job *__own _Nullable job;
    int busy;
};

int worker_start(struct worker *w, struct job *__own fresh)
{
    struct job *__own job = fresh;
    int number = job->number;
    free(w->job);
    w->job = job;
    w->busy = 1;
    return number;
}
