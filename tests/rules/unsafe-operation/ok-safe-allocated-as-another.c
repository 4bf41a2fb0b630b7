// The fields of one structure are copied to another.
#include <corten.h>
#pragma corten safe

struct old_point {
    short x, y;
};

struct new_point {
    int x, y;
};

int across(struct old_point *p)
{
    struct new_point n = { p->x, p->y };
    return n.x;
}
