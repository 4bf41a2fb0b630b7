// The same with functions that need no trust; what is asked is what they look at.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static int table[4];

static int entry(size_t i)
{
    return i < 4 ? table[i] : 0;
}

static int none(size_t i)
{
    (void)i;
    return 0;
}

static int (*readers[2])(size_t i) = {none, entry};

int read_with(size_t which, size_t i)
{
    return which < 2 ? readers[which](i) : 0;
}

int read_here(size_t i)
{
    static int (*const one[])(size_t i) = {entry};
    return one[0](i);
}
