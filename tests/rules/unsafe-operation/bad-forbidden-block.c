// A file that forbids `__unsafe` has a block of it all the same; no comment excuses that.
#include <corten.h>
#pragma corten forbid(unsafe)
#include <stdint.h>

void led_on(void)
{
    //~v unsafe-operation
    __unsafe { // corten: allow(unsafe-operation) it is only the LED
        volatile uint32_t *reg = (volatile uint32_t *)(uintptr_t)0x40020000u;
        *reg = 1;
    }
}
