// An argument that may be left out is read.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct options {
    int depth;
};

int depth_of(const struct options *_Nullable o)
{
    return o->depth; //~ null-deref
}
