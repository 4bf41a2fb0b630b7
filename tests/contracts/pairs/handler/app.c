#include <stdlib.h>

typedef void handler(void *p);
handler *handler_for(int kind);
struct job { void *data; handler *done; };
int job_init(struct job *j);

int released(void)
{
    char *p = malloc(4);
    if (!p)
        return -1;
    *p = 1;
    handler_for(1)(p);
    return *p; //~ use-after-free
}

int done(void)
{
    struct job j;
    if (job_init(&j) != 0)
        return -1;
    j.done(j.data);
    free(j.data); //~ double-free
    return 0;
}
