// A callback that may not be set is called.
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
    b->on_press(b->times); //~ null-deref
}
