// The letters of a text are changed up to its end.
#include <corten.h>
#pragma corten safe
#include <ctype.h>

void upper(char *__null_terminated text)
{
    for (; *text != '\0'; text++)
        *text = (char)toupper((unsigned char)*text);
}
