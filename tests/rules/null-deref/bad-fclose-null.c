// The common exit closes a stream that was never opened.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int rc = 1;
    FILE *f = NULL;
    char *buf = malloc(128);
    if (buf == NULL || argc < 2)
        goto out;
    f = fopen(argv[1], "r");
    if (f != NULL && fgets(buf, 128, f) != NULL)
        rc = 0;
out:
    fclose(f); //~ null-deref
    free(buf);
    return rc;
}
