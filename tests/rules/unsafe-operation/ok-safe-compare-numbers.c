// A comparison function makes numbers of what it is given, and is marked for it.
#include <corten.h>
#pragma corten safe

int compare_ints(const void *a, const void *b)
{
    (void)b;
    /* Only arrays of int are sorted with it. */
    __unsafe {
        const int *x = a;
        return *x;
    }
}
