// Without memory there is no mapping, whatever the flag says.
#include <stdlib.h>
struct mapping {
    int pages;
};

static inline int test_flag(const unsigned long *flags)
{
    unsigned char set;
    __asm__("btq $7,%1\n\tsetc %0" : "=r"(set) : "m"(*flags) : "cc");
    return set;
}

struct mapping *map(const unsigned long *flags)
{
    struct mapping *m = malloc(sizeof *m);
    m->pages = test_flag(flags); //~ null-deref
    return m;
}
