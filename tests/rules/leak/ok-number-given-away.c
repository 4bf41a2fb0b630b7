// A helper passes the descriptor's number on to code that may keep it, by itself or in a record.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

struct event {
    int fd, flags;
    struct event *next;
};

struct client {
    int flags;
    struct event *events;
};

void watch_number(int fd);
void watch(struct event *e);

static void begin(int fd)
{
    watch_number(fd);
}

int open_log(const char *path)
{
    int fd = open(path, O_RDONLY);
    if (fd == -1)
        return -1;
    begin(fd);
    return 0;
}

static struct event *event_new(struct client *c, int fd)
{
    struct event *e = calloc(1, sizeof *e);
    if (e == NULL)
        return NULL;
    e->next = c->events;
    c->events = e;
    if (c->flags & 4) {
        e->flags = 1;
    } else {
        e->fd = fd;
        watch(e);
    }
    return e;
}

int open_input(const char *path, struct client *c)
{
    int fd = open(path, O_RDONLY);
    if (fd == -1)
        return -1;
    if (event_new(c, fd) == NULL) {
        close(fd);
        return -1;
    }
    return 0;
}
