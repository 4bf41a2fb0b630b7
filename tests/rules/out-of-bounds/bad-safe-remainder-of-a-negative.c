// The remainder of a negative number is an index.
#include <corten.h>
#pragma corten safe

int bucket(const int *__counted_by(8) table, int hash)
{
    return table[hash % 8]; //~ out-of-bounds
}
