// A window is looked at by a callee while its edges are crossed.
#include <corten.h>
#pragma corten safe

struct window {
    int left, right;
} __invariant(left <= right);

int window_width(const struct window *w);

int window_move(struct window *w, int left, int right)
{
    if (left > right)
        return -1;
    w->left = right;
    w->right = left;
    return window_width(w); //~ contract
}
