// A field that was tested is cleared under another name.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct cursor {
    const int *_Nullable at;
    int line;
};

int step(struct cursor *a, struct cursor *b)
{
    if (a->at == NULL)
        return 0;
    b->at = NULL;
    return *a->at; //~ null-deref
}
