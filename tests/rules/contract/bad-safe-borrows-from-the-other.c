// A lookup returns the default, which its declaration does not tie to the result.
#include <corten.h>
#pragma corten safe

struct setting {
    const char *name;
    const char *value;
};

const char *setting_or(const struct setting *__lifetimebound s,
                       const char *other)
{
    if (s->value[0] == '\0')
        return other; //~ contract
    return s->value;
}
