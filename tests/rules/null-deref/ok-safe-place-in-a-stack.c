// The place of an element below the length: the count is not 0, so the array is there.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct stack {
    int *__own _Nullable __counted_by(cap) __filled(len) at;
    size_t len, cap;
} __invariant(len <= cap);

const int *stack_at(const struct stack *s, size_t i)
{
    __checked(i < s->len);
    return &s->at[i];
}
