// A descriptor becomes a stream's when fdopen succeeds, and stays one when it doesn't.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static FILE *open_private(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    FILE *f = fdopen(fd, "r");
    if (f == NULL)
        close(fd);
    return f;
}

int main(void)
{
    FILE *f = open_private("/proc/version");
    if (f == NULL)
        return 1;
    int c = fgetc(f);
    fclose(f);
    printf("%c\n", c);
    return 0;
}
