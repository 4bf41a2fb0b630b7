// The result of realpath is the buffer that it was given, and is freed by either name.
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static int first_letter(const char *path)
{
    char *buf = malloc(PATH_MAX);
    if (buf == NULL)
        return -1;
    char *real = realpath(path, buf);
    if (real == NULL) {
        free(buf);
        return -1;
    }
    int c = real[0];
    free(real);
    return c;
}

int main(void)
{
    return first_letter("/nonexistent") == -1 ? 0 : 1;
}
