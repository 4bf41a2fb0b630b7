// A definition forgets what its declaration said of the result.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

char *__own _Nullable make_room(void);

char *make_room(void) //~ contract
{
    return calloc(64, 1);
}
