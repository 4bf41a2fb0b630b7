// A function that may have no result returns the top of a stack.
#include <corten.h>
#pragma corten safe

struct frame {
    int line;
};

struct stack {
    struct frame *__own _Nullable top;
};

const struct frame *_Nullable stack_top(const struct stack *s)
{
    return s->top;
}
