// A span of a local array is returned.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct span {
    const int *__counted_by(n) at;
    size_t n;
};

struct span span_of(const int *__counted_by(n) v, size_t n)
{
    int copy[4] = { 0 };
    if (n > 0)
        copy[0] = v[0];
    return (struct span){ copy, 4 }; //~ use-after-scope
}
