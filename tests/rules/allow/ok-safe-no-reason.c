// The same with its reason.
#include <corten.h>
#pragma corten safe

int first(const int *_Nullable v)
{
    return *v; // corten: allow(null-deref) only called with a list that is not empty
}
