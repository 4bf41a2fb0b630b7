// Received bytes are read as a header through a cast.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct header {
    uint32_t length;
    uint32_t kind;
};

uint32_t kind_of(const uint8_t *__counted_by(n) bytes, size_t n)
{
    if (n < sizeof(struct header))
        return 0;
    const struct header *h = (const struct header *)bytes; //~ unsafe-operation
    return h->kind;
}
