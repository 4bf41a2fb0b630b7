// The title of a document is copied before the document is loaded again.
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
    char title[40];
    snprintf(title, sizeof title, "%s", d->heading.text);
    if (document_reload(d) != 0)
        return -1;
    puts(title);
    return 0;
}
