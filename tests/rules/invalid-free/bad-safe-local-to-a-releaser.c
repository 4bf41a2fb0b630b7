// A local object is given to a function that frees it.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct job {
    int id;
};

void job_done(struct job *__own j);

int job_run(int id)
{
    struct job j = { id };
    job_done(&j); //~ invalid-free
    return 0;
}
