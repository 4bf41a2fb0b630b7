// The bytes of one structure are taken for another.
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
    struct new_point *n = (struct new_point *)p; //~ unsafe-operation
    return n->x;
}
