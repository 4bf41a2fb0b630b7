// A result that is said to live as long as the program lives as long as what was lent.
#include <corten.h>
#pragma corten safe

struct user {
    int id;
    const char *__own _Nullable title;
};

const char *__static title_of(const struct user *u)
{
    if (!u->title)
        return "";
    return u->title; //~ contract
}
