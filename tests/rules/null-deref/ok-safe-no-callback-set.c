// A callback is called if it is set.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct button {
    void (*_Nullable on_press)(int times);
    int times;
};

void press(struct button *b)
{
    if (b->times < 1000)
        b->times++;
    if (b->on_press != NULL)
        b->on_press(b->times);
}
