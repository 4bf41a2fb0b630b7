// Two lengths are added up for the size of a block if they are small.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

void *__own _Nullable block_for(unsigned head, unsigned body)
{
    if (head > 4096 || body > 65536)
        return NULL;
    unsigned size = head + body;
    return calloc(size, 1);
}
