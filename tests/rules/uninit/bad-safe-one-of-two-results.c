// The second result is used when the first was found.
#include <corten.h>
#pragma corten safe
#include <stdbool.h>

bool lookup(int key, int *__inits __when(return) value);

int first_of(int a, int b)
{
    int x, y;
    if (lookup(a, &x) || lookup(b, &y))
        return y; //~ uninit
    return 0;
}
