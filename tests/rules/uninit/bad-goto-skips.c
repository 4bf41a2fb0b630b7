// The goto jumps over the assignment to what the label's code tests.
#include <stdio.h>
#include <stdlib.h>

static int run(const char *path)
{
    int rc;
    char *buf = malloc(16);
    if (buf == NULL)
        return -1;
    FILE *f = fopen(path, "r");
    if (f == NULL)
        goto out;
    rc = fgetc(f) == EOF ? -2 : 0;
    fclose(f);
out:
    free(buf);
    return rc < 0 ? 1 : 0; //~ uninit
}

int main(void)
{
    return run("/nonexistent") == 7;
}
