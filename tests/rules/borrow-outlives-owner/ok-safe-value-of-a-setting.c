// A request borrows a value from settings that its declaration names.
#include <corten.h>
#pragma corten safe

struct request {
    const char *host;
    int port;
};

void request_init(struct request *__inits r, const char *__captured_by(r) host)
{
    r->port = 80;
    r->host = host;
}
