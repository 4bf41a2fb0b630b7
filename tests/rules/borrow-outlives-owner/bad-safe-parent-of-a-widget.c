// A widget keeps its parent, which its declaration does not say.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct widget {
    struct widget *_Nullable parent;
    int x, y;
};

void widget_adopt(struct widget *child, struct widget *parent)
{
    child->parent = parent; //~ borrow-outlives-owner
    child->x = parent->x;
    child->y = parent->y;
}
