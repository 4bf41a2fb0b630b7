// A field without a type is taken for a string.
#include <corten.h>
#pragma corten safe

struct option {
    const void *value;
    int count;
};

char first_letter(const struct option *o)
{
    const char *text = o->value; //~ unsafe-operation
    return text[0];
}
