// The error path frees the buffer, and so does the way out that it falls into.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    (void)argv;
    int rc = 0;
    char *buf = malloc(64);
    if (buf == NULL)
        return 1;
    if (argc < 100) {
        free(buf);
        rc = 1;
        goto out;
    }
    buf[0] = '\0';
    puts(buf);
out:
    free(buf); //~ double-free
    return rc;
}
