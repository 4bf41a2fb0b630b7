// A comparison function makes numbers of what it is given.
#include <corten.h>
#pragma corten safe

int compare_ints(const void *a, const void *b)
{
    (void)b;
    const int *x = a; //~ unsafe-operation
    return *x;
}
