// The write position of a ring goes back to zero one slot too late.
#include <stdio.h>

#define SLOTS 4

struct log {
    int slot[SLOTS];
    int at;
};

static void log_put(struct log *l, int value)
{
    l->slot[l->at] = value;
    l->at++;
    if (l->at > SLOTS)
        l->at = 0;
}

int main(void)
{
    struct log l = { { 0 }, 0 };
    for (int i = 0; i < 10; i++)
        log_put(&l, i); //~ out-of-bounds
    printf("%d\n", l.slot[0]);
    return 0;
}
