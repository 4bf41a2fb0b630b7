// The title of a document is used after the document was loaded again.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

struct heading {
    char *__own __null_terminated text;
    int level;
};

struct document {
    struct heading heading;
    int pages;
};

int document_reload(struct document *d);

int refresh(struct document *d)
{
    const char *title = d->heading.text;
    if (document_reload(d) != 0)
        return -1;
    puts(title); //~ invalidated-borrow
    return 0;
}
