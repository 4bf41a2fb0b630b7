// A definition repeats what its declaration said of the result.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

char *__own _Nullable make_room(void);

char *__own _Nullable make_room(void)
{
    return calloc(64, 1);
}
