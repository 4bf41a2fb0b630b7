// A number is used although reading it may have failed.
#include <corten.h>
#pragma corten safe

int read_number(const char *text, long *__inits __when(return > 0) value);

long doubled(const char *text)
{
    long value;
    int n = read_number(text, &value);
    if (n < 0)
        return 0;
    return value < 1000 ? value + value : 0; //~ uninit
}
