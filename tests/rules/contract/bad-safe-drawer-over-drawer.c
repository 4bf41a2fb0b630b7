// What one member owns goes to another, and stays where it was.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct desk {
    char *__own _Nullable upper;
    char *__own _Nullable lower;
};

void move_up(struct desk *d)
{
    char *old = d->upper;
    d->upper = d->lower;
    free(old);
} //~ contract

void move_down(struct desk *d)
{
    char *moved = d->upper;
    free(d->lower);
    d->lower = moved;
} //~ contract
