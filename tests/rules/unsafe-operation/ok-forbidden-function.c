// The same where nothing forbids it.
#include <corten.h>
#include <stdint.h>
#pragma corten safe

__unsafe uint32_t reg_read(uintptr_t address)
{
    return *(volatile uint32_t *)address;
}
