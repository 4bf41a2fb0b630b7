// When no more memory is there, the old memory is lost. Prototypes as in the kernel's headers.
typedef unsigned gfp_t;
void *__kmalloc(unsigned long n, gfp_t flags);
void *krealloc(const void *p, unsigned long n, gfp_t flags);
void kfree(const void *p);

char *twice(void)
{
    char *p = __kmalloc(32, 0xcc0), *q;
    if (!p)
        return 0;
    q = krealloc(p, 64, 0xcc0);
    if (!q)
        return 0; //~ leak
    return q;
}
