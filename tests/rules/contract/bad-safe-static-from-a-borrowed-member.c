// A result that is said to live as long as the program is what a lent object borrows.
#include <corten.h>
#pragma corten safe

struct user {
    const char *name;
};

const char *__static name_of(const struct user *u)
{
    return u->name; //~ contract
}
