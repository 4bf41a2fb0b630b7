// A box that a function made is replaced by another one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct box {
    int *__own _Nullable content;
    int label;
};

struct box box_make(int content);
void box_drop(struct box *__drops b);

void two_boxes(void)
{
    struct box b;
    b = box_make(1);
    b = box_make(2); //~ leak
    box_drop(&b);
}
