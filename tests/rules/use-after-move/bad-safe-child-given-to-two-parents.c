// A branch is grafted onto two trees.
#include <corten.h>
#pragma corten safe

struct tree {
    struct tree *__own _Nullable left, *__own _Nullable right;
    int key;
};

void graft(struct tree *onto, struct tree *__own branch);
struct tree *__own leaf(int key);

void plant(struct tree *oak, struct tree *elm)
{
    struct tree *branch = leaf(3);
    graft(oak, branch);
    graft(elm, branch); //~ use-after-move
}
