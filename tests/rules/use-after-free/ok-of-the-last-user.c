// What an entry holds goes with its last user; the cache is another one.
#include <stdlib.h>
#include <string.h>

struct entry {
    char *address;
    int users;
};

struct entry *lookup(const char *name);

static void unlock(struct entry *e)
{
    e->users--;
    if (e->users == 0) {
        free(e->address);
        free(e);
    }
}

size_t length_of_address(const char *name)
{
    struct entry *e = lookup(name);
    if (!e)
        return 0;
    unlock(e);
    return strlen(e->address);
}
