// A unit that the switch does not know leaves the factor unset.
#include <corten.h>
#pragma corten safe

enum unit { BYTES, KILO, MEGA };

unsigned long to_bytes(unsigned n, enum unit u)
{
    unsigned long factor;
    switch (u) {
    case BYTES:
        factor = 1;
        break;
    case KILO:
        factor = 1024;
        break;
    default:
        break;
    }
    return n * factor; //~ uninit
}
