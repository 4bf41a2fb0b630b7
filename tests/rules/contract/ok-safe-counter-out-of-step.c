// A queue's counter stays within its limit.
#include <corten.h>
#pragma corten safe

struct quota {
    unsigned used, limit;
} __invariant(used <= limit);

void quota_shrink(struct quota *q, unsigned limit)
{
    q->limit = limit;
    if (q->used > limit)
        q->used = limit;
}
