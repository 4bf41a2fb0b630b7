// The code of an error is returned after the error was freed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct error {
    int code;
    int line;
};

int error_finish(struct error *__own e)
{
    free(e);
    return e->code; //~ use-after-free
}
