// A user may not be there, as the search itself says.
#include <stddef.h>
#include <string.h>

struct user {
    struct user *next;
    const char *name;
    int flags;
};

struct table {
    struct user *slots[64];
    struct user *none;
};

extern struct table *users;
extern const char *const none;

static const void *find(const struct table *t, const char *name)
{
    const struct user *u = t->slots[name[0] & 63];
    while (u && strcmp(u->name, name))
        u = u->next;
    if (!u)
        return none;
    return u;
}

static struct user *get(const char *name)
{
    const void *u = find(users, name);
    return u == none ? NULL : (struct user *)u;
}

int load(void)
{
    struct user *u = get("default");
    u->flags = 0; //~ null-deref
    return u->flags;
}
