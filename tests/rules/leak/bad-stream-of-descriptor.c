// When no stream can be made of the descriptor, the descriptor is forgotten.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int first_byte(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd == -1)
        return -1;
    FILE *f = fdopen(fd, "r");
    if (f == NULL) {
        return -1; //~ leak
    }
    int c = getc(f);
    fclose(f);
    return c;
}

int main(void)
{
    return first_byte("/nonexistent") == -1 ? 0 : 1;
}
