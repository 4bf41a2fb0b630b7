// A function that trusts its caller is handed to somebody who does not know of it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static int table[4];

static __unsafe int entry(size_t i)
{
    return table[i];
}

static int first(int (*at)(size_t i))
{
    return at(0);
}

static int second(void)
{
    int (*at)(size_t) = entry; //~ unsafe-operation
    return at(1);              //~ unsafe-operation
}

int sum(void)
{
    return first(entry) + second(); //~ unsafe-operation
}
