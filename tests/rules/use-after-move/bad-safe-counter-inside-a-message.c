// A pointer into a message is followed after the message was sent.
#include <corten.h>
#pragma corten safe

struct message {
    int kind;
    int hops;
};

void message_send(struct message *__own m);

void forward(struct message *__own m)
{
    int *hops = &m->hops;
    message_send(m);
    *hops += 1; //~ use-after-move
}
