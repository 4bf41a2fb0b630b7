// The size of a struct does not count its flexible array.
#include <stdio.h>
#include <stdlib.h>

struct samples {
    size_t count;
    short value[];
};

static struct samples *samples_new(size_t count)
{
    struct samples *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->count = count;
    for (size_t i = 0; i < count; i++)
        s->value[i] = 0; //~ out-of-bounds
    return s;
}

int main(void)
{
    struct samples *s = samples_new(10);
    if (s == NULL)
        return 1;
    printf("%zu\n", s->count);
    free(s);
    return 0;
}
