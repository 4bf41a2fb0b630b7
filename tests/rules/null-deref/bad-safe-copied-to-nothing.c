// Memory that was not asked for is copied to, as much as somebody says.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

unsigned char *__own _Nullable twin(const unsigned char *__counted_by(n) bytes, size_t n)
{
    if (n == 0 || n > 4096)
        return NULL;
    unsigned char *copy = malloc(n);
    memcpy(copy, bytes, n); //~ null-deref
    return copy;
}
