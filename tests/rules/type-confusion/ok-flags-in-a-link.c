// The low bits of a link carry flags, which are set and cleared through a number.
struct page {
    struct page *next;
    long used;
};

static void set_head(struct page *p)
{
    unsigned long *link = (unsigned long *)&p->next;
    *link |= 1;
}

static void clear_head(struct page *p)
{
    unsigned long *link = (unsigned long *)&p->next;
    *link &= ~3ul;
}

long used_behind(struct page *p)
{
    long n = 0;
    clear_head(p);
    for (struct page *q = p->next; q != p; q = q->next)
        n += q->used;
    set_head(p);
    return n;
}
