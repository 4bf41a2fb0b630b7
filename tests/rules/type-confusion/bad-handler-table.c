// The handler of one kind of packet stands in the table at the place of another.
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
    on_text,
    on_ping,
};

int main(void)
{
    struct ping p = { 5 };
    struct text t = { "hello" };
    handler[PACKET_PING](&p); //~ type-confusion
    return t.body == NULL;
}
