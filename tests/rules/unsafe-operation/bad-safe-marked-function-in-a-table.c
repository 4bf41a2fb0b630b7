// A function that trusts its caller stands in a table that others may change and call through.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static int table[4];

static __unsafe int entry(size_t i)
{
    return table[i];
}

static int none(size_t i)
{
    (void)i;
    return 0;
}

static int (*readers[2])(size_t i) = {none, entry}; //~ unsafe-operation

int read_with(size_t which, size_t i)
{
    return which < 2 ? readers[which](i) : 0;
}

int read_here(size_t i)
{
    static int (*const one[])(size_t i) = {entry}; //~ unsafe-operation
    return one[0](i); //~ unsafe-operation
}
