// A pointer to default options leads to the caller's.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct options {
    int level;
};

const struct options *pick(const struct options *_Nullable __lifetimebound given,
                           const struct options *__lifetimebound usual)
{
    if (given != NULL)
        return given;
    return usual;
}
