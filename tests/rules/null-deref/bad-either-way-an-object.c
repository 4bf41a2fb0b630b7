// A lock is one of nine; there may be none.
struct lock {
    int users;
};

struct node {
    int id;
    struct lock lock;
};

struct set {
    struct node *a, *b, *c, *d, *e, *f, *g, *h, *i, *j;
    int last;
};

int next_page(void);

static struct lock *lock_of(struct set *s)
{
    switch (next_page()) {
    case 0: s->last = s->a->id; return &s->a->lock;
    case 1: s->last = s->b->id; return &s->b->lock;
    case 2: s->last = s->c->id; return &s->c->lock;
    case 3: s->last = s->d->id; return &s->d->lock;
    case 4: s->last = s->e->id; return &s->e->lock;
    case 5: s->last = s->f->id; return &s->f->lock;
    case 6: s->last = s->g->id; return &s->g->lock;
    case 7: s->last = s->h->id; return &s->h->lock;
    case 8: s->last = s->i->id; return &s->i->lock;
    default: return 0;
    }
}

int release(struct set *s, int count)
{
    struct lock *held = 0;
    int batch = 0;
    for (int i = 0; i < count; i++) {
        struct lock *before = held;
        held = lock_of(s);
        if (before != held)
            batch = 0;
        held->users++; //~ null-deref
        batch++;
    }
    return batch;
}
