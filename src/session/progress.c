/* session/progress.c - one line on a terminal that says how far a long run is.
 *
 *     corten: 214 of 542  kernel/sched/core.c
 *
 * What comes in: a step for each unit that is done. What goes out: nothing at all in the first
 * second, when standard error is not a terminal, or with fewer than two units. */
#include "session/session.h"

#define QUIET_NS UINT64_C(1000000000)
#define EVERY_NS UINT64_C(100000000)

struct Progress {
    Arena *arena; /* its own: reset at each line */
    Lock *lock;
    uint32_t done, total;
    uint64_t start, last;
    unsigned columns;
    bool enabled, shown;
};

Progress *progress_new(Arena *a, uint32_t total, bool enabled)
{
    Progress *p = ARENA_NEW(a, Progress);
    p->enabled = enabled && total > 1 && os_is_tty(2);
    p->total = total;
    p->lock = lock_new(a);
    p->start = os_now_ns();
    if (p->enabled) {
        p->arena = arena_new();
        p->columns = os_tty_columns(2);
    }
    return p;
}

static void show(Progress *p, const char *path)
{
    const char *why;
    arena_reset(p->arena);
    const char *line = arena_printf(p->arena, "corten: %u of %u  %s", p->done, p->total, path);
    size_t len = strlen(line), room = p->columns ? p->columns - 1 : 79;
    Text t;
    text_init(&t, p->arena);
    text_add(&t, "\r\033[K");
    text_add_n(&t, line, len < room ? len : room);
    (void)os_write(2, t.data, t.len, &why);
    p->shown = true;
}

void progress_step(Progress *p, const char *path)
{
    if (!p->enabled)
        return;
    lock_take(p->lock);
    p->done++;
    uint64_t now = os_now_ns();
    if (now - p->start > QUIET_NS && now - p->last > EVERY_NS) {
        p->last = now;
        show(p, path);
    }
    lock_drop(p->lock);
}

void progress_end(Progress *p)
{
    const char *why;
    if (p->shown)
        (void)os_write(2, "\r\033[K", 4, &why);
    arena_destroy(p->arena);
    p->arena = NULL;
    p->enabled = p->shown = false;
}
