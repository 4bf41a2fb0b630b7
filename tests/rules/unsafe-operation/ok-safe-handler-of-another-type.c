// A handler is stored as a function of its own type.
#include <corten.h>
#pragma corten safe

struct button {
    int presses;
};

static void count_press(struct button *b)
{
    if (b->presses < 100)
        b->presses++;
}

void run(struct button *state)
{
    void (*handler)(struct button *) = count_press;
    handler(state);
}
