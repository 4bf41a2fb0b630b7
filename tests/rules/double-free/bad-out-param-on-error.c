// The maker frees the object it put into the out-parameter; the caller frees it as well.
#include <stdio.h>
#include <stdlib.h>

struct job {
    int id;
    char *data;
};

static int job_make(struct job **out, int id)
{
    struct job *j = calloc(1, sizeof *j);
    *out = j;
    if (j == NULL)
        return -1;
    j->id = id;
    if (id < 0) {
        free(j);
        return -1;
    }
    return 0;
}

int main(void)
{
    struct job *j;
    if (job_make(&j, -5) < 0)
        fputs("no job\n", stderr);
    free(j); //~ double-free
    return 0;
}
