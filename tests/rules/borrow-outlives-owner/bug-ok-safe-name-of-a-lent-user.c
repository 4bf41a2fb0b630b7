// A copy of a user's name is kept when the user goes back to its owner.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <string.h>

struct user {
    char *__own __null_terminated name;
    int id;
};

static char *__own _Nullable __null_terminated latest;

void user_seen(const struct user *u)
{
    free(latest);
    latest = strdup(u->name);
}
