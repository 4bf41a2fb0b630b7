// A connection is written to after it was given to the server.
#include <corten.h>
#pragma corten safe
#include <unistd.h>

void serve(int __own_by(close, -1) fd);

int greet(int __own_by(close, -1) fd)
{
    static const char hello[] = "220 ready\r\n";
    serve(fd);
    int rc = write(fd, hello, sizeof hello - 1) < 0 ? -1 : 0; //~ use-after-move
    return rc;
}
