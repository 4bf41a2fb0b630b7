// A list of the caller remembers the item that it was shown.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct item {
    int id;
};

struct view {
    struct item *_Nullable selected;
};

void select_item(struct view *v, struct item *__captured_by(v) i)
{
    v->selected = i;
}
