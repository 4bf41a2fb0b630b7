// The descriptor stands in a member that a signal handler reads: what is asked and closed is that member.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

struct scratch {
    volatile int fd;
    char name[32];
};

static void scratch_free(struct scratch *t)
{
    free(t);
}

int scratch_try(const char *path)
{
    struct scratch *t = malloc(sizeof *t);
    if (!t)
        abort();
    t->fd = open(path, O_RDWR | O_CREAT, 0600);
    if (t->fd < 0) {
        scratch_free(t);
        return -1;
    }
    close(t->fd);
    scratch_free(t);
    return 0;
}
