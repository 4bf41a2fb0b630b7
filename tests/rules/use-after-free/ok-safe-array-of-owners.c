// The names of a table are freed after the first is shown.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct names {
    char *__own _Nullable __null_terminated at[4];
};

void names_drop(struct names *__drops n)
{
    if (n->at[0] != NULL)
        puts(n->at[0]);
    for (int i = 0; i < 4; i++)
        free(n->at[i]);
}
