// A list of the program remembers the item that it was shown.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct item {
    int id;
};

struct view {
    struct item *_Nullable selected;
};

static struct view view;

void select_item(struct item *i)
{
    view.selected = i; //~ borrow-outlives-owner
}
