// A view that may be written is made of one that may only be read.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct bytes {
    unsigned char *__counted_by(n) at;
    size_t n;
};

struct bytes view(const unsigned char *__counted_by(n) data, size_t n)
{
    return (struct bytes){ (unsigned char *)data, n }; //~ unsafe-operation
}
