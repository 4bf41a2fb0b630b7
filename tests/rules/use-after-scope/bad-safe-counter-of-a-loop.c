// A pointer to the variable of one round is used after the loop.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

int last_square(int n)
{
    const int *last = NULL;
    for (int i = 0; i < n && i < 100; i++) {
        int square = i * i;
        last = &square;
    }
    return last != NULL ? *last : -1; //~ use-after-scope
}
