// The first element is taken out of a static queue, then freed.
#include <stdlib.h>
struct message {
    struct {
        struct message *tqe_next;
        struct message **tqe_prev;
    } entries;
    int x;
};
static struct {
    struct message *tqh_first;
    struct message **tqh_last;
} messages = {0, &messages.tqh_first};
int add(int x)
{
    struct message *m = malloc(sizeof *m);
    if (!m)
        return -1;
    m->x = x;
    m->entries.tqe_next = 0;
    m->entries.tqe_prev = messages.tqh_last;
    *messages.tqh_last = m;
    messages.tqh_last = &m->entries.tqe_next;
    return 0;
}
void flush(void)
{
    struct message *m;
    while ((m = messages.tqh_first) != 0) {
        if (m->entries.tqe_next != 0)
            m->entries.tqe_next->entries.tqe_prev = m->entries.tqe_prev;
        else
            messages.tqh_last = m->entries.tqe_prev;
        *m->entries.tqe_prev = m->entries.tqe_next;
        free(m);
    }
}
