// A file that forbids `__unsafe` defines a function that trusts its caller.
#include <corten.h>
#include <stdint.h>
#pragma corten safe
#pragma corten forbid(unsafe)

__unsafe uint32_t reg_read(uintptr_t address) //~ unsafe-operation
{
    return *(volatile uint32_t *)address;
}
