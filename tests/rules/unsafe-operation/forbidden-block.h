// Included where `__unsafe` is forbidden: that speaks of the file that says so.
#include <stdint.h>

static inline void led_set(uint32_t on)
{
    /* The board maps the LED at this address. */
    __unsafe {
        volatile uint32_t *reg = (volatile uint32_t *)(uintptr_t)0x40020000u;
        *reg = on;
    }
}
