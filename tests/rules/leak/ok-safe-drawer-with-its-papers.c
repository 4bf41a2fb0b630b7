// All papers leave a cabinet before it goes.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct paper {
    char *__own __null_terminated text;
};

struct cabinet {
    struct paper *__own _Nullable __counted_by(room) __filled(used) paper;
    size_t used, room;
} __invariant(used <= room);

void cabinet_drop(struct cabinet *__drops c)
{
    while (c->used > 0) {
        c->used--;
        free(c->paper[c->used].text);
    }
    free(c->paper);
}
