// A packet is sent a second time when the first answer is an error.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct packet {
    unsigned id;
};

int packet_send(struct packet *__own p);
struct packet *__own packet_copy(const struct packet *p);

int send_with_retry(struct packet *__own p)
{
    int rc = packet_send(p);
    if (rc != 0)
        rc = packet_send(p); //~ use-after-move
    return rc;
}
