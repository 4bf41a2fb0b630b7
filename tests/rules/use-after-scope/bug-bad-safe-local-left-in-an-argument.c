// The address of a local is left in an object of the caller.
#include <corten.h>
#pragma corten safe

struct task {
    int *progress;
};

void task_start(struct task *t)
{
    int done = 0;
    t->progress = &done; //~ use-after-scope
}
