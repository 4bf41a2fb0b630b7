// A helper adds the size of its header to what it is asked for, without a look.
// run: ./a.out 18446744073709551615
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct chunk {
    size_t size;
    char data[];
};

static struct chunk *chunk_new(size_t size)
{
    struct chunk *c = malloc(sizeof *c + size);
    if (c == NULL)
        return NULL;
    c->size = size;
    return c;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    size_t size = strtoul(argv[1], NULL, 10);
    if (size == 0)
        return 1;
    struct chunk *c = chunk_new(size); //~ integer-overflow
    if (c == NULL)
        return 1;
    memset(c->data, 0, c->size < 64 ? c->size : 64);
    printf("%zu\n", c->size);
    free(c);
    return 0;
}
