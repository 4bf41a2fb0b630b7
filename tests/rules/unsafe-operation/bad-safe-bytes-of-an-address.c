// The bytes of an address are read through a union without a tag.
#include <corten.h>
#pragma corten safe
#include <stdint.h>

union address {
    uint32_t word;
    uint8_t byte[4];
};

unsigned first_byte(uint32_t word)
{
    union address a;
    a.word = word;
    return a.byte[3]; //~ unsafe-operation
}
