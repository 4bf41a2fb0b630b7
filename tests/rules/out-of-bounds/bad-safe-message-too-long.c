// A message is copied into a packet whatever its length.
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
    memcpy(p->body, from, n); //~ out-of-bounds
    p->length = n;
    return 0;
}
