// A lookup returns the default, which its declaration ties to the result.
#include <corten.h>
#pragma corten safe

struct setting {
    const char *name;
    const char *value;
};

const char *setting_or(const struct setting *__lifetimebound s,
                       const char *__lifetimebound other)
{
    if (s->value[0] == '\0')
        return other;
    return s->value;
}
