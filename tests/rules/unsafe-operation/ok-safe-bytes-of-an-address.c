// The bytes of an address are taken from its number.
#include <corten.h>
#pragma corten safe
#include <stdint.h>

union address {
    uint32_t word;
    uint8_t byte[4];
};

unsigned first_byte(uint32_t word)
{
    return word >> 24;
}
