// A scanner's result is tied to the scanner's text.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct scanner {
    const char *at;
    int line;
};

const char *scan_word(struct scanner *__lifetimebound s, const char *__lifetimebound other)
{
    while (*s->at == ' ')
        s->at++;
    if (*s->at == '#')
        return other;
    return s->at;
}
