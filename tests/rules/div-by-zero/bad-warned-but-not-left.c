// A width of zero is warned of, and then divided by.
#include <stdio.h>

struct view {
    int width, height;
};

int aspect(const struct view *v);

int aspect(const struct view *v)
{
    int width = v->width;
    if (width == 0)
        fprintf(stderr, "view without a width\n");
    return v->height * 100 / width; //~ div-by-zero
}

int main(void)
{
    struct view v = { 0, 480 };
    printf("%d\n", aspect(&v));
    return 0;
}
