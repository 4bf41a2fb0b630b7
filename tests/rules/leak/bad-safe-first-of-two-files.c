// The first descriptor is lost when the second file cannot be opened.
#include <corten.h>
#pragma corten safe
#include <fcntl.h>
#include <unistd.h>

int copy_first_byte(const char *from, const char *to)
{
    char byte;
    int in = open(from, O_RDONLY);
    if (in == -1)
        return -1;
    int out = open(to, O_WRONLY | O_CREAT, 0600);
    if (out == -1)
        return -1; //~ leak
    int rc = read(in, &byte, 1) == 1 && write(out, &byte, 1) == 1 ? 0 : -1;
    close(out);
    close(in);
    return rc;
}
