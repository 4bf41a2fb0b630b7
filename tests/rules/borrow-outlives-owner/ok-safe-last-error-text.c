// The last error points at a message that lives as long as the program.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static const char *_Nullable last_error;

void set_error(const char *__static message)
{
    last_error = message;
}

const char *__static _Nullable get_error(void)
{
    return last_error;
}
