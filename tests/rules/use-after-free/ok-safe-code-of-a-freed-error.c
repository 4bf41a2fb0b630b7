// The code of an error is read before the error is freed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct error {
    int code;
    int line;
};

int error_finish(struct error *__own e)
{
    int code = e->code;
    free(e);
    return code;
}
