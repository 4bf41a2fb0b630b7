// A global releases the answer that it kept when it gets a new one.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static char *__own _Nullable __null_terminated answer;

void remember(const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return;
    free(answer);
    answer = copy;
}
