// The letters of a text are changed up to and behind its end.
#include <corten.h>
#pragma corten safe
#include <ctype.h>

void upper(char *__null_terminated text)
{
    for (;;) {
        *text = (char)toupper((unsigned char)*text); //~ out-of-bounds
        text++;
    }
}
