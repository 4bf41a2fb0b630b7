// The key of an event is read, whatever the event is.
#include <corten.h>
#pragma corten safe

enum event_kind { EV_KEY, EV_MOUSE };

struct event {
    enum event_kind kind;
    union {
        int key __tagged_by(kind, EV_KEY);
        struct {
            int x, y;
        } at __tagged_by(kind, EV_MOUSE);
    } u;
};

int pressed(const struct event *e, int key)
{
    return e->u.key == key; //~ type-confusion
}
