// A pointer from one argument's field is stored in another argument.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct member {
    struct member *_Nullable friend;
    int age;
};

void introduce(struct member *a, struct member *b)
{
    a->friend = b->friend; //~ borrow-outlives-owner
}
