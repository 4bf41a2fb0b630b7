// The pointer has the type of what is counted.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define SAMPLES 100

int main(void)
{
    uint16_t *sample = calloc(SAMPLES, sizeof *sample);
    if (sample == NULL)
        return 1;
    uint16_t *p = sample;
    for (int i = 0; i < SAMPLES; i++)
        p[i] = 0x8000;
    printf("%u\n", sample[0]);
    free(sample);
    return 0;
}
