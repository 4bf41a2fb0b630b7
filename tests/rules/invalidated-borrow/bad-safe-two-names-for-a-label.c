// The text of one label is shown after another, which may be the same, was changed.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

struct label {
    char *__own __null_terminated text;
    int width;
};

int label_set(struct label *l, const char *text);

int label_both(struct label *a, struct label *b)
{
    const char *text = b->text;
    int rc = label_set(a, "both");
    puts(text); //~ invalidated-borrow
    return rc;
}
