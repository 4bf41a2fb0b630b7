// A cursor of the function goes with the list that it points into.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct words {
    const char *_Nullable first;
    const char *_Nullable last;
};

void words_add(struct words *w, const char *__captured_by(w) word)
{
    if (w->first == NULL)
        w->first = word;
    w->last = NULL;
}
