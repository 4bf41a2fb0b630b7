// A descriptor that went into a stream is open until the stream is closed.
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <unistd.h>
#include <sys/stat.h>
static FILE *xfdopen(int fd, const char *mode)
{
    FILE *f = fdopen(fd, mode);
    if (!f)
        abort();
    return f;
}
int main(int c, char **v)
{
    struct stat st;
    int fd = open(v[1], O_RDONLY);
    if (fd < 0)
        return 1;
    FILE *f = xfdopen(fd, "r");
    if (fstat(fd, &st) == 0)
        puts("x");
    fclose(f);
    return 0;
}
