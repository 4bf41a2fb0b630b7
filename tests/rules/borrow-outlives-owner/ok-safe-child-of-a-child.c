// A pointer from an argument's field is stored in the same argument.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct member {
    struct member *_Nullable friend;
    int age;
};

void introduce(struct member *a, struct member *__captured_by(a) b)
{
    a->friend = b->friend;
}
