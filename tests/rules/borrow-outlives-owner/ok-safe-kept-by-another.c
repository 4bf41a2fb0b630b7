// An argument is kept by the object that the declaration names.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct page {
    int number;
};

struct mark {
    struct page *_Nullable at;
};

void mark_both(struct mark *a, struct mark *b, struct page *__captured_by(b) p)
{
    a->at = NULL;
    b->at = p;
}
