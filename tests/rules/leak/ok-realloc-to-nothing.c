// realloc to size zero has released the block.
#include <stdlib.h>
void *xrealloc(void *p, size_t s)
{
    void *r = realloc(p, s);
    if (!r && (!p || s))
        abort();
    return r;
}
int dump(size_t n)
{
    char *buf = malloc(100);
    if (!buf)
        return -1;
    buf = xrealloc(buf, n);
    n = buf && n ? *buf : 0;
    free(buf);
    return (int)n;
}
