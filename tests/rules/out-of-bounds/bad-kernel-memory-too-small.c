// The header has grown, what is allocated for it has not. Prototypes as in the kernel's headers.
#include <string.h>
typedef unsigned gfp_t;
void *__kmalloc(unsigned long n, gfp_t flags);

struct header {
    unsigned long words[4];
};

struct header *header_new(void)
{
    struct header *h = __kmalloc(16, 0xcc0);
    if (h)
        memset(h, 0, sizeof *h); //~ out-of-bounds
    return h;
}
