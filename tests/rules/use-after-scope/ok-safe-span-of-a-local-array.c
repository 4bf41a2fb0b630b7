// A span of the caller's array is returned.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct span {
    const int *__counted_by(n) at;
    size_t n;
};

struct span span_of(const int *__counted_by(n) v, size_t n)
{
    return (struct span){ v, n };
}
