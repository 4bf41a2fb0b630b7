// Each label frees what was made before it. Prototypes as in the kernel's headers.
typedef unsigned gfp_t;
void *__kmalloc(unsigned long n, gfp_t flags);
void kfree(const void *p);
int start(void *buffer);

struct card {
    void *buffer;
};

struct card *card_new(void)
{
    struct card *c = __kmalloc(sizeof *c, 0xdc0);
    if (!c)
        return 0;
    c->buffer = __kmalloc(64, 0xcc0);
    if (!c->buffer)
        goto no_buffer;
    if (start(c->buffer))
        goto no_start;
    return c;
no_start:
    kfree(c->buffer);
no_buffer:
    kfree(c);
    return 0;
}
