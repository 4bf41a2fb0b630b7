#include <stdlib.h>

typedef void handler(void *p);

static void release(void *p)
{
    free(p);
}

static void keep(void *p)
{
    (void)p;
}

handler *handler_for(int kind)
{
    return kind == 1 ? release : keep;
}

struct job { void *data; handler *done; };

int job_init(struct job *j)
{
    j->data = malloc(8);
    j->done = release;
    return j->data ? 0 : -1;
}
