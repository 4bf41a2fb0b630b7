// From a field to the end of the struct, and back from a field to its struct.
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct job {
    int id;
    int retries;
    char name[12];
    long cost[3];
};

static struct job *job_of(long *cost)
{
    return (struct job *)((char *)cost - offsetof(struct job, cost));
}

static void job_recycle(struct job *j)
{
    memset((char *)j + offsetof(struct job, retries), 0,
           sizeof *j - offsetof(struct job, retries));
}

int main(void)
{
    struct job j = { 7, 3, "build", { 1, 2, 3 } };
    struct job *same = job_of(j.cost);
    printf("%s %d\n", same->name, same->id);
    job_recycle(&j);
    memcpy(j.name, "test\0......", sizeof j.name);
    printf("%d %s\n", j.retries, j.name);
    return 0;
}
