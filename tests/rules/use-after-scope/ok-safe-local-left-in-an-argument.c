// The address of a variable that lasts is left in an object of the caller.
#include <corten.h>
#pragma corten safe

struct task {
    int *progress;
};

void task_start(struct task *t)
{
    static int done = 0;
    t->progress = &done;
}
