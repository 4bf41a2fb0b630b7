// A function that trusts its caller is called without saying so.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct samples {
    int value[32];
};

static __unsafe int sample_at(const struct samples *s, size_t i)
{
    return s->value[i];
}

int sample_last(const struct samples *s, size_t count)
{
    if (count == 0 || count > 32)
        return 0;
    return sample_at(s, count - 1); //~ unsafe-operation
}
