// A busy loop pauses the processor with inline assembly that is marked.
#include <corten.h>
#pragma corten safe

void spin(unsigned rounds)
{
    for (unsigned i = 0; i < rounds; i++)
        __unsafe {
            __asm__ volatile("pause");
        }
}
