// A row grows, and what realloc() gave is forgotten.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
void part(int a)
{
    size_t m = (size_t)(a & 7) + 3;
    short *p = calloc(m, sizeof *p);
    size_t more = m + 1;
    short *q = realloc(p, more * sizeof *q); //~ unchecked-result
    for (size_t i = 0; i + 1 < more; i++)
        ;
} //~ leak
