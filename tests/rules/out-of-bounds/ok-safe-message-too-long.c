// A message is copied into a packet if it fits.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

struct packet {
    unsigned char body[64];
    size_t length;
};

int packet_fill(struct packet *p, const unsigned char *__counted_by(n) from, size_t n)
{
    if (n > sizeof p->body)
        return -1;
    memcpy(p->body, from, n);
    p->length = n;
    return 0;
}
