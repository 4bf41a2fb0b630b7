// As many bytes are cleared as there are elements.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

long votes(unsigned short n)
{
    long sum = 0;
    long *votes = malloc(n * sizeof *votes);
    if (votes == NULL)
        return -1;
    memset(votes, 0, n);
    for (size_t i = 0; i < n; i++)
        sum += votes[i]; //~ uninit
    free(votes);
    return sum;
}
