// A file may be shorter than the block that is read of it.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

long checksum(FILE *f)
{
    unsigned char block[8];
    long sum = 0;
    size_t got = fread(block, 1, sizeof block, f);
    if (got == 0)
        return -1;
    for (size_t i = 0; i < sizeof block; i++)
        sum += block[i]; //~ uninit
    return sum;
}
