// A case without a break releases what it gave away.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct event {
    int code;
};

void keep_event(struct event *__own e);

void dispatch(struct event *__own e, int what)
{
    switch (what) {
    case 0:
        keep_event(e);
    default:
        free(e); //~ use-after-move
    }
}
