// An entry of a map is used after another was inserted.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct entry {
    int key, value;
};

struct map {
    struct entry *__own __counted_by(size) entry;
    size_t size;
};

struct entry *_Nullable map_find(struct map *m, int key);
int map_put(struct map *m, int key, int value);

int twice(struct map *m)
{
    struct entry *one = map_find(m, 1);
    if (one == NULL)
        return -1;
    int rc = map_put(m, 2, 20);
    one->value = 0; //~ invalidated-borrow
    return rc;
}
