// A window is looked at by a callee once its edges are right.
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
    if (w->left > w->right) {
        w->left = left;
        w->right = right;
    }
    return window_width(w);
}
