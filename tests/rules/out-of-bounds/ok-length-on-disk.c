// A length on the disk that is bounded before it is used, and one that speaks of its own header.
#include <string.h>

typedef unsigned short __le16; /* models/kernel.h: what a disk or a wire said */

struct super {
    __le16 magic;
    __le16 entry_size;
};

struct volume {
    const struct super *super;
    unsigned short entry_size; /* was looked at when the volume was opened */
};

struct entry {
    unsigned block;
    __le16 flags;
    __le16 sum;
    unsigned char rest[24];
};

struct header {
    __le16 kind;
    __le16 size; /* with what follows */
};

struct packed {
    unsigned char bytes[8];
};

unsigned short crc16(unsigned short crc, const unsigned char *p, size_t n);

unsigned entry_sum(const struct volume *v, const struct entry *e)
{
    unsigned from = sizeof e->block + sizeof e->flags + sizeof e->sum;
    unsigned crc = crc16(0xffff, (const unsigned char *)e, from);
    if (from < v->entry_size)
        crc = crc16(crc, (const unsigned char *)e + from, v->entry_size - from);
    return crc;
}

void entry_pack(const struct volume *v, struct packed *to, const void *from)
{
    unsigned n = v->super->entry_size;
    memcpy(to->bytes, from, n < sizeof to->bytes ? n : sizeof to->bytes);
}

unsigned first_byte(const struct volume *v, const void *from)
{
    struct packed p = {{0}};
    if (v->super->entry_size > sizeof p)
        return 0;
    memcpy(&p, from, v->super->entry_size);
    return p.bytes[0];
}

unsigned whole_sum(const struct header *h)
{
    return crc16(0xffff, (const unsigned char *)h, h->size);
}

unsigned said_here(struct volume *v, struct super *s, const void *from)
{
    struct packed p = {{0}};
    s->entry_size = sizeof p;
    v->super = s;
    memcpy(&p, from, s->entry_size);
    return p.bytes[0];
}
