// The temporary file is removed, but its descriptor stays open.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int can_write(void)
{
    char name[] = "/tmp/exampleXXXXXX";
    int fd = mkostemp(name, 0);
    if (fd == -1)
        return 0;
    unlink(name);
    if (write(fd, "x", 1) != 1) {
        perror(name);
        return 0; //~ leak
    }
    close(fd);
    return 1;
}

int main(void)
{
    return !can_write();
}
