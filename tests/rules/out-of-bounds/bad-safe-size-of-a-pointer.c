// A key is copied with the size of the pointer to it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

void key_copy(char *__counted_by(4) to, const char *__counted_by(4) from)
{
    memcpy(to, from, 2 * sizeof(from)); //~ out-of-bounds
}
