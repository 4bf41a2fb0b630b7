// A pointer into a stack that may move is kept as an offset while the stack grows.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct vm {
    int *stack, *top;
    size_t size;
};

static int vm_reserve(struct vm *v, size_t extra)
{
    size_t used = (size_t)(v->top - v->stack);
    if (v->size - used >= extra)
        return 0;
    size_t size = v->size * 2 + extra;
    int *moved = realloc(v->stack, size * sizeof *moved);
    if (moved == NULL)
        return -1;
    v->stack = moved;
    v->top = moved + used;
    v->size = size;
    return 0;
}

static int vm_dup(struct vm *v, int *slot)
{
    ptrdiff_t saved = slot - v->stack;
    if (vm_reserve(v, 1) < 0)
        return -1;
    slot = v->stack + saved;
    *v->top++ = *slot;
    return 0;
}

int main(void)
{
    struct vm v = { malloc(sizeof(int)), NULL, 1 };
    if (v.stack == NULL)
        return 1;
    v.top = v.stack;
    *v.top++ = 42;
    for (int i = 0; i < 10; i++)
        if (vm_dup(&v, v.top - 1) < 0)
            break;
    printf("%d\n", v.top[-1]);
    free(v.stack);
    return 0;
}
