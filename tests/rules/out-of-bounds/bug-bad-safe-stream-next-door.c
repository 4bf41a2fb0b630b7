// A block is read from what lies behind a stream.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

size_t read_block(FILE *f, unsigned char *__counted_by(8) block)
{
    return fread(block, 1, 8, f + 1); //~ out-of-bounds
}
