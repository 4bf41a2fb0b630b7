// A busy loop pauses the processor with inline assembly.
#include <corten.h>
#pragma corten safe

void spin(unsigned rounds)
{
    for (unsigned i = 0; i < rounds; i++)
        __asm__ volatile("pause"); //~ unsafe-operation
}
