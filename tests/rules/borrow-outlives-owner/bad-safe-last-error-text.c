// The last error points at a message that only the caller keeps.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static const char *_Nullable last_error;

void set_error(const char *message)
{
    last_error = message; //~ borrow-outlives-owner
}

const char *__static _Nullable get_error(void)
{
    return last_error;
}
