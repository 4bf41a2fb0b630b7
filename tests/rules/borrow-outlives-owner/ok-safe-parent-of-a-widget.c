// A widget keeps its parent, as its declaration says.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct widget {
    struct widget *_Nullable parent;
    int x, y;
};

void widget_adopt(struct widget *child, struct widget *__captured_by(child) parent)
{
    child->parent = parent;
    child->x = parent->x;
    child->y = parent->y;
}
