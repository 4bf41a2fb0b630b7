// A field that holds a string says so.
#include <corten.h>
#pragma corten safe

struct option {
    const char *value;
    int count;
};

char first_letter(const struct option *o)
{
    const char *text = o->value;
    return text[0];
}
