// The second open fails, and the first descriptor stays open.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int copy_byte(const char *from, const char *to)
{
    char c;
    int rc = -1;
    int in = open(from, O_RDONLY);
    if (in < 0)
        return -1;
    int out = open(to, O_WRONLY | O_CREAT, 0600);
    if (out < 0)
        return -1; //~ leak
    if (read(in, &c, 1) == 1 && write(out, &c, 1) == 1)
        rc = 0;
    close(out);
    close(in);
    return rc;
}

int main(void)
{
    printf("%d\n", copy_byte("/dev/zero", "/nonexistent/file"));
    return 0;
}
