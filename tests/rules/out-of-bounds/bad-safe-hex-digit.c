// A hexadecimal digit is looked up by a whole byte.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static const char digit[16] = "0123456789abcde";

char high_digit(unsigned char byte)
{
    return digit[byte >> 3]; //~ out-of-bounds
}
