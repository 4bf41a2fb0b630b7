// All of an object is replaced under another name.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct cursor {
    const int *_Nullable at;
    int line;
};

int restart(struct cursor *a, struct cursor *b)
{
    if (a->at == NULL)
        return 0;
    *b = (struct cursor){NULL, 1};
    return *a->at; //~ null-deref
}
