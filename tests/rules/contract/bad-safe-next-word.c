// A scanner's result is tied to the scanner, and comes from elsewhere.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct scanner {
    const char *at;
    int line;
};

const char *scan_word(struct scanner *__lifetimebound s, const char *other)
{
    while (*s->at == ' ')
        s->at++;
    if (*s->at == '#')
        return other; //~ contract
    return s->at;
}
