// A pointer into a message is followed before the message is sent.
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
    *hops += 1;
    message_send(m);
}
