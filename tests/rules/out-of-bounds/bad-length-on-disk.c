// How long an entry is stands on the disk, where anybody may have written anything.
#include <string.h>

typedef unsigned short __le16; /* models/kernel.h: what a disk or a wire said */

struct super {
    __le16 magic;
    __le16 entry_size;
};

struct volume {
    const struct super *super;
};

struct entry {
    unsigned block;
    __le16 flags;
    __le16 sum;
    unsigned char rest[24];
};

struct packed {
    unsigned char bytes[8];
};

unsigned short crc16(unsigned short crc, const unsigned char *p, size_t n);

unsigned entry_sum(const struct volume *v, const struct entry *e)
{
    unsigned from = sizeof e->block + sizeof e->flags + sizeof e->sum;
    unsigned crc = crc16(0xffff, (const unsigned char *)e, from);
    if (from < v->super->entry_size)
        crc = crc16(crc, (const unsigned char *)e + from, //~ out-of-bounds
                    v->super->entry_size - from);
    return crc;
}

void entry_pack(const struct volume *v, struct packed *to, const void *from)
{
    memcpy(to->bytes, from, v->super->entry_size); //~ out-of-bounds
}

unsigned first_byte(const struct volume *v, const void *from)
{
    struct packed p = {{0}};
    memcpy(&p, from, v->super->entry_size); //~ out-of-bounds
    return p.bytes[0];
}
