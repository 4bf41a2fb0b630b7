// A case with a break gives away what the next one would release.
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
        break;
    default:
        free(e);
    }
}
