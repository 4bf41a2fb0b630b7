// A handler is stored as a function of another type.
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

void run(long *state)
{
    void (*handler)(long *) = (void (*)(long *))count_press; //~ unsafe-operation
    handler(state);
}
