// Memory comes and goes through a table in the object, which starts with malloc and free.
#include <stdlib.h>
#include <string.h>

struct memory {
    void *(*make)(size_t);
    void (*release)(void *);
};

struct reader {
    struct memory memory;
    char *line;
};

void reader_init(struct reader *r, const struct memory *m)
{
    memset(r, 0, sizeof *r);
    if (m) {
        r->memory.make = m->make;
        r->memory.release = m->release;
    } else {
        r->memory.make = malloc;
        r->memory.release = free;
    }
}

size_t reader_replace(struct reader *r, const char *text)
{
    size_t n = strlen(text) + 1;
    char *line = r->memory.make(n);
    if (!line)
        return 0;
    memcpy(line, text, n);
    char *old = r->line;
    r->line = line;
    r->memory.release(old);
    return old ? strlen(old) : 0; //~ use-after-free
}
