// A function frees what it was given.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

struct note {
    int pitch;
};

void play(struct note *__own n)
{
    printf("%d\n", n->pitch);
    free(n);
}
