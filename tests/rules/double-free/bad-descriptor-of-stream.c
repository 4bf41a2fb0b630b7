// fclose has closed the descriptor already.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int lines(const char *path)
{
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return -1;
    FILE *f = fdopen(fd, "r");
    if (f == NULL) {
        close(fd);
        return -1;
    }
    int n = 0, c;
    while ((c = getc(f)) != EOF)
        n += c == '\n';
    fclose(f);
    close(fd); //~ double-free
    return n;
}

int main(void)
{
    return lines("/nonexistent") == -1 ? 0 : 1;
}
