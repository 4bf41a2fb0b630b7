// The same ticket is handed out in each round.
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
    if (seats <= 0)
        return;
    struct ticket *t = ticket_new(0);
    for (int i = 0; i < seats; i++)
        hand_out(t); //~ use-after-move
}
