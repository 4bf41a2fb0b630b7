// A callee moves the block; what its elements own moves along.
#include <stdlib.h>
#include <string.h>
struct entry {
    char *name;
};
int next(char *buf);
void *grow(void *p, size_t n)
{
    void *r = realloc(p, n);
    if (!r)
        abort();
    return r;
}
struct entry *names(size_t *count)
{
    struct entry *e = 0;
    size_t used = 0, room = 0;
    char buf[99];
    buf[0] = 0;
    while (next(buf)) {
        if (used == room) {
            room = room * 2 + 1;
            e = grow(e, room * sizeof *e);
        }
        e[used].name = strdup(buf);
        used++;
    }
    *count = used;
    return e;
}
