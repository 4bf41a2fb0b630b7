// A request borrows a value from settings that its declaration does not name.
#include <corten.h>
#pragma corten safe

struct request {
    const char *host;
    int port;
};

void request_init(struct request *__inits r, const char *host)
{
    r->port = 80;
    r->host = host; //~ borrow-outlives-owner
}
