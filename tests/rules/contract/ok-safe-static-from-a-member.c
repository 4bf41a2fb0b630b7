// What a member says lives as long as the program does.
#include <corten.h>
#pragma corten safe

struct user {
    const char *__static name;
};

const char *__static name_of(const struct user *u)
{
    return u->name;
}

const char *__static same(const char *__static text)
{
    return text;
}
