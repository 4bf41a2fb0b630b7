// A table ends with an entry that says so; the functions that go through it stop there.
#include <stdlib.h>
#include <string.h>

enum kind { ENTRY_END, ENTRY_FLAG, ENTRY_ALIAS };
struct entry {
    enum kind kind;
    int letter;
    const char *name;
};

static size_t count(const struct entry *e)
{
    size_t n = 0;
    for (; e && e->kind != ENTRY_END; e++)
        n++;
    return n;
}

static struct entry *concat(const struct entry *a, const struct entry *b)
{
    size_t na = count(a), nb = count(b);
    struct entry *all = calloc(na + nb + 1, sizeof *all);
    if (!all)
        return NULL;
    memcpy(all, a, na * sizeof *all);
    memcpy(all + na, b, (nb + 1) * sizeof *all);
    return all;
}

static const struct entry common[] = {
    {ENTRY_FLAG, 'p', "progress"}, {ENTRY_FLAG, 'q', "quiet"}, {ENTRY_END, 0, NULL}};

static struct entry *with_common(const struct entry *own)
{
    return concat(common, own);
}

struct entry *verify_options(void)
{
    static struct entry own[] = {{ENTRY_FLAG, 'v', "verify"}, {ENTRY_END, 0, NULL}};
    return with_common(own);
}

struct entry *expire_options(void)
{
    static struct entry own[] = {{ENTRY_END, 0, NULL}};
    return with_common(own);
}
