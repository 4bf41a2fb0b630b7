/* Nothing was read, and nothing filled: only failure is asked for. */
#include <errno.h>
#include <unistd.h>

static size_t read_again(int fd, void *buf)
{
    size_t count = 256;
    for (;;) {
        ssize_t got = read(fd, buf, count);
        if (got >= 0)
            return got;
        if (errno == EINTR)
            continue;
        if (errno == EINVAL && count > 100000)
            count = 100000;
        else
            return got;
    }
}

int first(int fd)
{
    unsigned char bytes[256];
    size_t n = read_again(fd, bytes);
    if (n != 1) {
        if (n == (size_t)-1)
            return -1;
        return bytes[0]; //~ uninit
    }
    return 0;
}
