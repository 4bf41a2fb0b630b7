// Each round hands out a ticket of its own.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct ticket {
    int seat;
};

void hand_out(struct ticket *__own t);

struct ticket *__own ticket_new(int seat);

void open_doors(int seats)
{
    for (int i = 0; i < seats; i++) {
        struct ticket *t = ticket_new(i);
        hand_out(t);
    }
}
