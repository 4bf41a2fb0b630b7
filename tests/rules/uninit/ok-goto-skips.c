// What the label's code tests is set before the goto.
#include <stdio.h>
#include <stdlib.h>

static int run(const char *path)
{
    int rc = -1;
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
    return rc < 0 ? 1 : 0;
}

int main(void)
{
    return run("/nonexistent") == 7;
}
