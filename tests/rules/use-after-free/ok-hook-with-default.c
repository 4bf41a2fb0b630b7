// The length is asked for while the name is there.
#include <stdlib.h>
#include <string.h>

struct pool {
    void (*release)(struct pool *, void *);
};

void pool_free(struct pool *p, void *memory)
{
    if (!p || !memory)
        return;
    if (p->release != NULL)
        p->release(p, memory);
    else
        free(memory);
}

struct person {
    char *name, *street, *town, *country;
};

void person_clear(struct pool *p, struct person *who)
{
    pool_free(p, who->name);
    pool_free(p, who->street);
    pool_free(p, who->town);
    pool_free(p, who->country);
    memset(who, 0, sizeof *who);
}

size_t person_rename(struct pool *p, struct person *who, char *name)
{
    if (!p || !name)
        return 0;
    who->name = name;
    size_t n = strlen(name);
    person_clear(p, who);
    return n;
}
