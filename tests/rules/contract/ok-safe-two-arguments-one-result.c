// A declaration says which of its arguments the result points into.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct shelf {
    int book[8];
};

const int *find(const struct shelf *__lifetimebound s, const int *wanted);
