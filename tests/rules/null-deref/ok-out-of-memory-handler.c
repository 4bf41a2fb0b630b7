// A handler that a function pointer names ends the program when memory is out.
#include <stdio.h>
#include <stdlib.h>

static void default_oom(size_t n)
{
    fprintf(stderr, "cannot allocate %zu bytes\n", n);
    fflush(stderr);
    abort();
}

static void (*oom_handler)(size_t) = default_oom;

static void *zmalloc(size_t n)
{
    void *p = malloc(n);
    if (!p)
        oom_handler(n);
    return p;
}

struct client {
    int fd, flags;
};

int main(void)
{
    struct client *c = zmalloc(sizeof *c);
    c->fd = -1;
    c->flags = 4;
    printf("%d\n", c->fd + c->flags);
    free(c);
    return 0;
}
