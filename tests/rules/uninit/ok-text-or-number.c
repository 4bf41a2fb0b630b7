// One of two outputs is filled, and the other one says which.
#include <stddef.h>
#include <stdint.h>
enum { LISTPACK, TABLE };
struct robj {
    unsigned encoding : 4;
    void *ptr;
};
unsigned char *lp_find(void *lp, const char *field);
static unsigned char *lp_get(unsigned char *p, int64_t *count, unsigned char *intbuf)
{
    int64_t val;
    if (p[0] & 0x80) {
        val = p[0] & 0x7f;
    } else if ((p[0] & 0xc0) == 0x40) {
        *count = p[0] & 0x3f;
        return p + 1;
    } else {
        val = 12345;
    }
    if (intbuf) {
        intbuf[0] = (unsigned char)val;
        *count = 1;
        return intbuf;
    } else {
        *count = val;
        return NULL;
    }
}
unsigned char *lp_get_value(unsigned char *p, unsigned *len, long long *lval)
{
    unsigned char *s;
    int64_t n;
    s = lp_get(p, &n, NULL);
    if (s)
        *len = (unsigned)n;
    else
        *lval = n;
    return s;
}
static int from_listpack(struct robj *o, const char *field, unsigned char **s, unsigned *len,
                         long long *val)
{
    unsigned char *p = lp_find(o->ptr, field);
    if (p != NULL) {
        *s = lp_get_value(p, len, val);
        return 0;
    }
    return -1;
}
char *table_find(void *t, const char *field);
int get(struct robj *o, const char *field, unsigned char **s, unsigned *len, long long *val)
{
    if (o->encoding == LISTPACK) {
        *s = NULL;
        if (from_listpack(o, field, s, len, val) == 0)
            return 0;
    } else if (o->encoding == TABLE) {
        char *v;
        if ((v = table_find(o->ptr, field)) != NULL) {
            *s = (unsigned char *)v;
            *len = (unsigned)v[-1];
            return 0;
        }
    } else {
        __builtin_trap();
    }
    return -1;
}
long long value(struct robj *o, const char *field)
{
    unsigned char *s;
    unsigned len;
    long long val;
    if (get(o, field, &s, &len, &val) == -1)
        return -1;
    if (s)
        return s[len - 1];
    return val;
}
