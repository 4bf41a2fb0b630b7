// The maker that fails leaves null behind.
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
        *out = NULL;
        return -1;
    }
    return 0;
}

int main(void)
{
    struct job *j;
    if (job_make(&j, -5) < 0)
        fputs("no job\n", stderr);
    free(j);
    return 0;
}
