// A point is cleared by the function that clears boxes.
#include <stdio.h>
#include <string.h>

struct point {
    int x, y;
};

struct box {
    int left, top, right, bottom;
};

static void clear(void *object)
{
    struct box *b = object;
    b->left = b->top = 0;
    b->right = b->bottom = 0;
}

int main(void)
{
    struct point p = { 1, 2 };
    struct box b = { 1, 2, 3, 4 };
    clear(&p); //~ type-confusion
    printf("%d %d\n", p.x, b.right);
    return 0;
}
