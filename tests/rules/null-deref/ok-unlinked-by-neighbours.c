// Unlinking by the neighbours changes who the head points to.
struct page {
    struct page *next, *prev;
    int is_anchor;
};
struct group {
    struct page lru;
    unsigned have, max;
};

static void unlink_page(struct page *p)
{
    p->prev->next = p->next;
    p->next->prev = p->prev;
    p->next = 0;
}

void enforce(struct group *g)
{
    struct page *p;
    while (g->have > g->max && (p = g->lru.prev)->is_anchor == 0) {
        unlink_page(p);
        g->have--;
    }
}
