// A block of memory is used for one thing after another.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct request {
    int id;
    const char *path;
};

struct reply {
    long status;
    double seconds;
};

struct free_block {
    struct free_block *next;
};

static struct free_block *pool;

static void *pool_get(size_t n)
{
    if (pool != NULL && n <= 64) {
        struct free_block *b = pool;
        pool = b->next;
        return b;
    }
    return malloc(n < 64 ? 64 : n);
}

static void pool_put(void *p)
{
    struct free_block *b = p;
    b->next = pool;
    pool = b;
}

int main(void)
{
    struct request *q = pool_get(sizeof *q);
    if (q == NULL)
        return 1;
    q->id = 1;
    q->path = "/";
    puts(q->path);
    pool_put(q);
    struct reply *r = pool_get(sizeof *r);
    if (r == NULL)
        return 1;
    r->status = 200;
    r->seconds = 0.5;
    printf("%ld %g\n", r->status, r->seconds);
    memset(r, 0, sizeof *r);
    q = (struct request *)(void *)r;
    *q = (struct request){ 2, "/index" };
    printf("%d %s\n", q->id, q->path);
    free(q);
    return 0;
}
