// A parser of numbers says no where it has not filled its result.
#include <corten.h>
#pragma corten safe

int parse_digit(const char *text, int *__inits __when(return == 1) out)
{
    if (text[0] == '\0')
        return 0;
    if (text[0] < '0' || text[0] > '9')
        return 0;
    *out = text[0] - '0';
    return 1;
}
