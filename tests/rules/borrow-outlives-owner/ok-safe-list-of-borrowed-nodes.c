// A list links a node that its declaration says it keeps.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct timer {
    unsigned at;
    struct timer *_Nullable next;
};

struct wheel {
    struct timer *_Nullable first;
};

void wheel_add(struct wheel *w, struct timer *__captured_by(w) t)
{
    w->first = t;
}
