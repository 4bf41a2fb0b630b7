// What is left of a buffer is written with the length of the rest.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <unistd.h>

int write_all(int fd, const char *__counted_by(n) buffer, size_t n)
{
    size_t done = 0;
    while (done < n) {
        ssize_t w = write(fd, buffer + done, n - done);
        if (w <= 0)
            return -1;
        done += (size_t)w;
    }
    return 0;
}
