// A range is read before its end.
#include <corten.h>
#pragma corten safe

unsigned sum_bytes(const unsigned char *__ended_by(end) at, const unsigned char *end)
{
    unsigned sum = 0;
    while (at < end)
        sum += *at++;
    return sum;
}
