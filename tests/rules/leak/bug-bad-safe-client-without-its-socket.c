// A client is freed with its descriptor open.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <unistd.h>

struct client {
    int __own_by(close, -1) fd;
    unsigned requests;
};

void client_free(struct client *__own c)
{
    free(c); //~ leak
}
