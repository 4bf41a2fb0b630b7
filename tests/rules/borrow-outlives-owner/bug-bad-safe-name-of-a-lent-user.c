// A user's name is kept after the user goes back to its owner.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <string.h>

struct user {
    char *__own __null_terminated name;
    int id;
};

static const char *_Nullable latest;

void user_seen(const struct user *u)
{
    latest = u->name; //~ borrow-outlives-owner
}
