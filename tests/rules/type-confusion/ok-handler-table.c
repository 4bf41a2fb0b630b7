// The table has each handler at its place.
#include <stdio.h>

enum { PACKET_PING, PACKET_TEXT, PACKETS };

struct ping {
    long sequence;
};

struct text {
    const char *body;
};

static void on_ping(const void *packet)
{
    const struct ping *p = packet;
    printf("ping %ld\n", p->sequence);
}

static void on_text(const void *packet)
{
    const struct text *t = packet;
    printf("text %s\n", t->body);
}

static void (*const handler[PACKETS])(const void *packet) = {
    on_ping,
    on_text,
};

int main(void)
{
    struct ping p = { 5 };
    struct text t = { "hello" };
    handler[PACKET_PING](&p);
    handler[PACKET_TEXT](&t);
    return 0;
}
