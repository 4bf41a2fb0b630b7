// The state that a signal handler reads says that the descriptor is open; nobody closes it.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

struct scratch {
    volatile int open;
    int fd;
};

int scratch_try(const char *path)
{
    struct scratch *t = malloc(sizeof *t);
    if (!t)
        abort();
    t->fd = open(path, O_RDWR | O_CREAT, 0600);
    if (t->fd < 0) {
        free(t);
        return -1;
    }
    t->open = 1;
    free(t); //~ leak
    return 0;
}
