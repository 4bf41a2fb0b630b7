// A pointer to a variable of the function is used after the loop.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

int last_square(int n)
{
    const int *last = NULL;
    int square = 0;
    for (int i = 0; i < n && i < 100; i++) {
        square = i * i;
        last = &square;
    }
    return last != NULL ? *last : -1;
}
