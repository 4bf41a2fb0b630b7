// An argument that may be left out has a substitute.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct options {
    int depth;
};

int depth_of(const struct options *_Nullable o)
{
    return o ? o->depth : 3;
}
