// The members of a union of structs begin alike, and what they have in common may be read.
#include <stdio.h>

enum event_type { EVENT_NONE, EVENT_KEY, EVENT_MOUSE };

struct key_event {
    enum event_type type;
    unsigned time;
    int key;
};

struct mouse_event {
    enum event_type type;
    unsigned time;
    int x, y;
};

union event {
    enum event_type type;
    struct {
        enum event_type type;
        unsigned time;
    } any;
    struct key_event key;
    struct mouse_event mouse;
};

static void print_event(const union event *e)
{
    printf("%u: ", e->any.time);
    switch (e->type) {
    case EVENT_NONE: puts("nothing"); break;
    case EVENT_KEY: printf("key %d\n", e->key.key); break;
    case EVENT_MOUSE: printf("%d,%d\n", e->mouse.x, e->mouse.y); break;
    }
}

int main(void)
{
    union event e = { .mouse = { EVENT_MOUSE, 7, 1, 2 } };
    print_event(&e);
    e.key = (struct key_event){ EVENT_KEY, 8, 'q' };
    print_event(&e);
    e.type = EVENT_NONE;
    print_event(&e);
    return 0;
}
