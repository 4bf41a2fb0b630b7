// The buffer cannot grow, and stays its owner's, who takes it for released.
#include <stdlib.h>

struct buffer {
    char *text;
    size_t room, used;
};

static char *ensure(struct buffer *b, size_t more)
{
    if (more > 0x7fffffff)
        return NULL;
    if (b->used + more <= b->room)
        return b->text + b->used;
    char *text = realloc(b->text, b->used + more);
    if (!text)
        return NULL;
    b->room = b->used + more;
    b->text = text;
    return text + b->used;
}

int fill(void)
{
    struct buffer b = { malloc(100), 100, 0 };
    if (!b.text)
        return -1;
    char *at = ensure(&b, 200);
    if (!at)
        return -1; //~ leak
    *at = 1;
    free(b.text);
    return 0;
}
