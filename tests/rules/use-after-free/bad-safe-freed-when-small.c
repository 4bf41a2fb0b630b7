// A buffer that was freed because it was too small is written to.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int fill(size_t want)
{
    char *b = malloc(16);
    if (b == NULL)
        return -1;
    if (want > 16) {
        free(b);
    }
    b[0] = 1; //~ use-after-free
    if (want <= 16)
        free(b);
    return 0;
}
