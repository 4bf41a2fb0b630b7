// The old buffer is put back when there is no new one, and freed only then.
#include <stdlib.h>
#include <string.h>

struct page {
    char *text;
};

int reload(struct page *p, const char *text)
{
    char *old = p->text;
    p->text = strdup(text);
    if (!p->text) {
        p->text = old;
        return -1;
    }
    free(old);
    return 0;
}
