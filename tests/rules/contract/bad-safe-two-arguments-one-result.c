// A declaration does not say which of its arguments the result points into.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct shelf {
    int book[8];
};

const int *find(const struct shelf *s, const int *wanted); //~ contract
