// A loop takes the pointer to the last element anew in each round.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct series {
    long *__own __counted_by(size) at;
    size_t size;
} __invariant(size > 0);

int series_add(struct series *s, long v);

int series_double(struct series *s, int rounds)
{
    for (int i = 0; i < rounds; i++) {
        long *first = &s->at[0];
        if (*first > 1000)
            return -1;
        if (series_add(s, i) != 0)
            return -1;
    }
    return 0;
}
