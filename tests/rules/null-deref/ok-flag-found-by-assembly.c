// The page has no mapping if a flag says so, which assembly looks at: data, like the flag itself.
struct mapping {
    int pages;
};
struct page {
    unsigned long flags;
    struct mapping *mapping;
};

static inline int test_flag(const unsigned long *flags)
{
    unsigned char set;
    __asm__("btq $7,%1\n\tsetc %0" : "=r"(set) : "m"(*flags) : "cc");
    return set;
}

static struct mapping *mapping_of(struct page *p)
{
    if (test_flag(&p->flags))
        return 0;
    return p->mapping;
}

void unmap(struct page *p)
{
    struct mapping *m = mapping_of(p);
    m->pages--;
}
