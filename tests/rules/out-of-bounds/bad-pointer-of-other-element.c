// The number of elements is added to a pointer to larger ones.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define SAMPLES 100

int main(void)
{
    uint16_t *sample = calloc(SAMPLES, sizeof *sample);
    if (sample == NULL)
        return 1;
    uint32_t *p = (uint32_t *)(void *)sample;
    for (int i = 0; i < SAMPLES; i++)
        p[i] = 0x8000; //~ out-of-bounds
    printf("%u\n", sample[0]);
    free(sample);
    return 0;
}
