// A vector is released as memory, and what its elements own is lost.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct sailor {
    char *__own __null_terminated name;
    int age;
};

struct crew {
    struct sailor *__own _Nullable __counted_by(room) __filled(n) at;
    size_t n, room;
} __invariant(n <= room);

void crew_drop(struct crew *__drops c)
{
    free(c->at); //~ leak
}

void pair_drop(struct sailor *__own __counted_by(2) pair)
{
    free(pair); //~ leak
}
