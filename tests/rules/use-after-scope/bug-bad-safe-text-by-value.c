// A text that points into a local buffer is returned by value.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct text {
    const char *letters;
    size_t changes;
};

struct text text_of(char first)
{
    char letters[2] = { first, '\0' };
    struct text t = { letters, 0 };
    return t; //~ use-after-scope
}
