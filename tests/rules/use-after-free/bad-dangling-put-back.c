// The buffer is freed, then put where the caller finds it.
#include <stdlib.h>
#include <string.h>

struct page {
    char *text;
};

int reload(struct page *p, const char *text)
{
    char *old = p->text;
    p->text = strdup(text);
    free(old);
    if (!p->text) {
        p->text = old; //~ use-after-free
        return -1;
    }
    return 0;
}
