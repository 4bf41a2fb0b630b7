// At most what was asked for is read, though the call is repeated.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static size_t safe_read(int fd, void *buf, size_t count)
{
    for (;;) {
        ssize_t r = read(fd, buf, count);
        if (0 <= r)
            return r;
        else if (errno == EINTR)
            continue;
        else if (errno == EINVAL && 0x7ff00000 < count)
            count = 0x7ff00000;
        else
            return r;
    }
}
static void put(const char *b, size_t n)
{
    if (n > 0 && fwrite(b, 1, n, stdout) < n)
        exit(1);
}
int head(int fd, unsigned long left)
{
    char buffer[8192];
    size_t want = 8192;
    while (left) {
        size_t got;
        if (left < want)
            want = left;
        got = safe_read(fd, buffer, want);
        if (got == (size_t)-1)
            return 0;
        if (got == 0)
            break;
        put(buffer, got);
        left -= got;
    }
    return 1;
}
