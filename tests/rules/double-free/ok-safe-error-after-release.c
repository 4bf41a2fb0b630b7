// The error path comes before the buffer is freed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int finish(int code);

int run(int code)
{
    char *work = malloc(128);
    if (work == NULL)
        return -1;
    if (finish(code) != 0) {
        free(work);
        return -1;
    }
    free(work);
    return 0;
}
