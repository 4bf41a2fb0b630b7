// Two lengths are added up for the size of a block, whatever they are.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

void *__own _Nullable block_for(unsigned head, unsigned body)
{
    unsigned size = head + body; //~ integer-overflow
    return calloc(size, 1);
}
