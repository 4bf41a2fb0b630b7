// The same, where the look at the size is missing.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdint.h>

#define MOST (SIZE_MAX / 4)

struct tank {
    size_t room, level;
} __invariant(0 < room && room <= MOST && level <= room);

int tank_init(struct tank *__inits __when(return == 0) t, size_t room)
{
    if (room == 0)
        return -1;
    t->room = room;
    t->level = 0;
    return 0; //~ contract
}
