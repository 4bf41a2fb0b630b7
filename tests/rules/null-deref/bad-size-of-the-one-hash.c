// Two numbers stand for the same hash; whichever it is, its size is above zero, and so p is written.
#include <stdlib.h>
#include <string.h>

static size_t hash_size(unsigned id)
{
    switch (id) {
    case 0:
    case 0x73686131: return 20;
    case 0x73323536: return 32;
    }
    abort();
}

static void set_hash(unsigned char *p, int n)
{
    memset(p, n, hash_size(0x73686131));
}

unsigned char *make_hash(int n)
{
    unsigned char *p = malloc(20);
    set_hash(p, n); //~ null-deref
    return p;
}
