// A function frees what it was only lent.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

struct note {
    int pitch;
};

void play(struct note *n)
{
    printf("%d\n", n->pitch);
    free(n); //~ invalid-free
}
