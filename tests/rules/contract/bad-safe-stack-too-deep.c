// A stack may be left deeper than its invariant says.
#include <corten.h>
#pragma corten safe

#define DEPTH 16

struct stack {
    int value[DEPTH];
    unsigned depth;
} __invariant(depth <= DEPTH);

int stack_push(struct stack *s, int v)
{
    if (s->depth < DEPTH)
        s->value[s->depth] = v;
    s->depth++;
    return 0; //~ contract
}
