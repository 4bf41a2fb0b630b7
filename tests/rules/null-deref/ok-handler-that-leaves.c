// A handler behind a pointer that is declared not to return.
extern __attribute__((__noreturn__)) void (*failed)(void);
struct chunk {
    struct chunk *prev;
};
void add(struct chunk *old)
{
    struct chunk *c = 0;
    (*failed)();
    c->prev = old;
}
struct h {
    struct chunk *chunk;
};
void *get(struct h *h, unsigned long n);
void add2(struct h *h, struct chunk *old, unsigned long a, unsigned long b)
{
    struct chunk *c = 0;
    if (a <= b)
        c = get(h, a);
    if (!c)
        (*failed)();
    h->chunk = c;
    c->prev = old;
}
