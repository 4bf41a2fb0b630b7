// The error path frees a buffer that was freed before it failed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int finish(int code);

int run(int code)
{
    char *work = malloc(128);
    if (work == NULL)
        return -1;
    free(work);
    if (finish(code) != 0) {
        free(work); //~ double-free
        return -1;
    }
    return 0;
}
