// The remainder of an unsigned number is an index.
#include <corten.h>
#pragma corten safe

int bucket(const int *__counted_by(8) table, int hash)
{
    return table[(unsigned)hash % 8];
}
