// An object from the heap is given to a function that frees it.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct job {
    int id;
};

void job_done(struct job *__own j);

int job_run(int id)
{
    struct job *j = malloc(sizeof *j);
    if (j == NULL)
        return -1;
    j->id = id;
    job_done(j);
    return 0;
}
