// An argument is kept by another object than the one that the declaration names.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct page {
    int number;
};

struct mark {
    struct page *_Nullable at;
};

void mark_both(struct mark *a, struct mark *b, struct page *__captured_by(a) p)
{
    a->at = NULL;
    b->at = p; //~ borrow-outlives-owner
}
