// A function that always has a result returns the top of a stack that may have none.
#include <corten.h>
#pragma corten safe

struct frame {
    int line;
};

struct stack {
    struct frame *__own _Nullable top;
};

const struct frame *stack_top(const struct stack *s)
{
    return s->top; //~ null-deref
}
