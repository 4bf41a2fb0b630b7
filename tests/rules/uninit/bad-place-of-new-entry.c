// Where the new entry stands is told unless the list has grown too long; the program finds that it has.
#include <string.h>

struct list {
    unsigned used, room;
    unsigned char bytes[];
};

static int list_insert(struct list *l, const void *entry, unsigned size, unsigned at,
                       unsigned *place)
{
    if (l->used + size > l->room)
        return 0;
    memmove(l->bytes + at + size, l->bytes + at, l->used - at);
    memcpy(l->bytes + at, entry, size);
    l->used += size;
    if (place)
        *place = at + size;
    return 1;
}

static int is_whole(double score, long *whole)
{
    if (score < -1e9 || score > 1e9)
        return 0;
    *whole = (long)score;
    return (double)*whole == score;
}

void set_insert(struct list *l, unsigned at, const char *name, double score)
{
    unsigned place;
    long whole;
    int simple = is_whole(score, &whole);
    if (!list_insert(l, name, 8, at, &place))
        l->room = place; //~ uninit
    if (simple)
        list_insert(l, &whole, sizeof whole, place, NULL);
    else
        list_insert(l, &score, sizeof score, place, NULL);
}
