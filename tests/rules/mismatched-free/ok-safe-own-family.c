// A page from the pool is given back to the pool.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct page {
    unsigned char byte[64];
};

void page_put(struct page *__own_by(page_put) p);
struct page *__own_by(page_put) _Nullable page_get(void);

int page_probe(void)
{
    struct page *p = page_get();
    if (p == NULL)
        return -1;
    int b = p->byte[0];
    page_put(p);
    return b;
}
