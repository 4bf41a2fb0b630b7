// A queue's counter is brought out of step with its limit.
#include <corten.h>
#pragma corten safe

struct quota {
    unsigned used, limit;
} __invariant(used <= limit);

void quota_shrink(struct quota *q, unsigned limit)
{
    q->limit = limit;
} //~ contract
