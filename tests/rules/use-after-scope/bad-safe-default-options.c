// A pointer to default options leads to where they no longer are.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct options {
    int level;
};

const struct options *pick(const struct options *_Nullable given)
{
    struct options usual = { 3 };
    if (given != NULL)
        return given;
    return &usual; //~ use-after-scope
}
