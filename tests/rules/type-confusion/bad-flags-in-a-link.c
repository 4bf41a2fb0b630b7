// The count is put where the link stands, and is followed.
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
    *link = (unsigned long)p->used;
}

long used_behind(struct page *p)
{
    long n = 0;
    clear_head(p);
    for (struct page *q = p->next; q != p; q = q->next) //~ type-confusion
        n += q->used;
    set_head(p);
    return n;
}
