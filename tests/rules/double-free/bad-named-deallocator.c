// malloc(drop, 2) on the maker says of drop, of which there is only a declaration, what it releases.
#include <stddef.h>

struct pool;
struct item {
    int n;
};
void drop(struct pool *pool, struct item *item);
__attribute__((malloc(drop, 2))) struct item *make(struct pool *pool);

void twice(struct pool *pool)
{
    struct item *item = make(pool);
    drop(pool, item);
    drop(pool, item); //~ double-free
}

void of_the_caller(struct pool *pool, struct item *item)
{
    drop(pool, item);
    drop(pool, item); //~ double-free
}
