// A file that forbids `__unsafe` leaves it to another one, which it includes.
#include <corten.h>
#pragma corten forbid(unsafe)
#include "forbidden-block.h"

void led_on(void)
{
    led_set(1);
}
