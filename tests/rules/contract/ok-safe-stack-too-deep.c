// A stack that is full is not made deeper.
#include <corten.h>
#pragma corten safe

#define DEPTH 16

struct stack {
    int value[DEPTH];
    unsigned depth;
} __invariant(depth <= DEPTH);

int stack_push(struct stack *s, int v)
{
    if (s->depth == DEPTH)
        return -1;
    s->value[s->depth] = v;
    s->depth++;
    return 0;
}
