// A cursor of the caller is left in a list that is freed.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct words {
    const char *_Nullable first;
    const char *_Nullable last;
};

void words_add(struct words *w, const char *word)
{
    if (w->first == NULL)
        w->first = word; //~ borrow-outlives-owner
    w->last = NULL;
}
