// A field is cleared under another name, and tested after that.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct cursor {
    const int *_Nullable at;
    int line;
};

int step(struct cursor *a, struct cursor *b)
{
    b->at = NULL;
    if (a->at == NULL)
        return 0;
    return *a->at;
}
