// A function returns the buffer that ends with it.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

const char *label_text(const char *prefix)
{
    char text[16];
    snprintf(text, sizeof text, "%s.", prefix);
    const char *result = text;
    return result; //~ use-after-scope
}
