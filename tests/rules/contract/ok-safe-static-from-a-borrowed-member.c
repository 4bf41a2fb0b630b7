// What a global borrows lives as long as the program does.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct user {
    const char *name;
};

static const struct user NOBODY = {"nobody"};
static const char *const NAMES[3] = {"first", "second", "third"};
static struct user current = {"someone"};

const char *__static name_of(size_t i)
{
    if (i < 3)
        return NAMES[i];
    return i == 3 ? NOBODY.name : current.name;
}
