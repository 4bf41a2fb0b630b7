// A key is copied with its own size.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

void key_copy(char *__counted_by(4) to, const char *__counted_by(4) from)
{
    memcpy(to, from, 4 * sizeof(*from));
}
