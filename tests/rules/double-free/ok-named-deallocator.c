// The other arguments of a named deallocator stay, and so does what several makers' attributes name
// for different families: which of them it releases is not said.
#include <stddef.h>

struct pool;
struct item {
    int n;
};
void drop(struct pool *pool, struct item *item);
__attribute__((malloc(drop, 2))) struct item *make(struct pool *pool);

void once_each(struct pool *pool)
{
    struct item *first = make(pool);
    struct item *second = make(pool);
    drop(pool, first);
    drop(pool, second);
}

void close_a(void *p);
void close_b(void *p);
void *reopen(void *p);
__attribute__((malloc(close_a), malloc(reopen, 1))) void *open_a(void);
__attribute__((malloc(close_b), malloc(reopen, 1))) void *open_b(void);

void through_both(void)
{
    void *a = reopen(open_a());
    void *b = reopen(open_b());
    close_a(a);
    close_b(b);
}

__attribute__((malloc(__builtin_free))) char *text(void);
void free(void *p);

void builtin_is_free(void)
{
    free(text());
}
