// The size of a packet is the sum of a header and a length from outside.
#include <corten.h>
#pragma corten safe
#include <stdint.h>
#include <stdlib.h>

int packet_probe(uint32_t length)
{
    uint32_t size = length + 16; //~ integer-overflow
    unsigned char *p = malloc(size);
    if (p == NULL)
        return -1;
    p[0] = 1;
    free(p);
    return 0;
}
