// A cursor is read after the node that it points at was given away.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct node {
    int key;
};

struct cursor {
    const struct node *_Nullable at;
};

struct node *__own node_new(int key);
void node_free(struct node *__own n);
void cursor_set(struct cursor *c, const struct node *__captured_by(c) at);
int cursor_key(const struct cursor *c);

int trial(void)
{
    struct cursor c = { NULL };
    struct node *n = node_new(3);
    cursor_set(&c, n);
    node_free(n);
    return cursor_key(&c); //~ use-after-move
}
