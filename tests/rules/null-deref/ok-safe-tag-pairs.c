// A list of pairs ends where a pair has no name.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct pair {
    const char *_Nullable name;
    int value;
};

static const struct pair pairs[] = { { "one", 1 }, { "two", 2 }, { NULL, 0 } };

int value_of(char initial)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].name != NULL && pairs[i].name[0] == initial)
            return pairs[i].value;
    return -1;
}
