// A job's number is read after the job moved into its worker.
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
    free(w->job);
    w->job = job;
    int number = job->number; //~ use-after-move
    w->busy = 1;
    return number;
}
