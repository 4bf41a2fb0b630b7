// A state machine looks up the next state by a byte that it has reduced.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

enum { STATES = 4, CLASSES = 8 };

static const unsigned char next[STATES][CLASSES] = { { 1, 2, 3 }, { 0 }, { 1 }, { 2 } };

unsigned run(const unsigned char *__counted_by(n) text, size_t n)
{
    unsigned state = 0;
    for (size_t i = 0; i < n; i++)
        state = next[state % STATES][text[i] % CLASSES];
    return state;
}
