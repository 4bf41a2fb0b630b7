/* interp/libc_text.c - of the C library: blocks of bytes, strings, characters.
 *
 * What comes in: a Call. What goes out: its result. Each byte is read only as far as C says that
 * the function reads it, so that `memcmp` of something that was not wholly written is an error and
 * `strncpy` from something shorter than n is none. */
#include "interp/interp_internal.h"

static unsigned char byte_at(Call *c, uint64_t address)
{
    return *memory_get(c->r, address, 1);
}

static unsigned char lower(unsigned char b)
{
    return b >= 'A' && b <= 'Z' ? (unsigned char)(b + 32) : b;
}

/* C23 7.26.2.1p2: between objects that overlap, the behaviour is undefined. */
static void check_overlap(Call *c, uint64_t to, uint64_t from, uint64_t to_size, uint64_t from_size)
{
    if (to < from + from_size && from < to + to_size && to != from)
        interp_error(c->r, RUN_OVERLAP, spot_of(c->r, to).object,
                     "copies between memory that overlaps");
}

/* ---- blocks --------------------------------------------------------------------------------- */

static void copy(Call *c, bool may_overlap)
{
    uint64_t to = arg_word(c, 0), from = arg_word(c, 1), n = arg_word(c, 2);
    if (!may_overlap)
        check_overlap(c, to, from, n, n);
    spot_copy(c->r, spot_of(c->r, to), spot_of(c->r, from), n);
    give_word(c, to);
}

void lib_memcpy(Call *c)
{
    copy(c, false);
}

void lib_memmove(Call *c)
{
    copy(c, true);
}

void lib_mempcpy(Call *c)
{
    copy(c, false);
    give_word(c, arg_word(c, 0) + arg_word(c, 2));
}

void lib_memset(Call *c)
{
    spot_fill(c->r, spot_of(c->r, arg_word(c, 0)), (unsigned char)arg_word(c, 1), arg_word(c, 2));
    give_word(c, arg_word(c, 0));
}

void lib_bzero(Call *c)
{
    spot_fill(c->r, spot_of(c->r, arg_word(c, 0)), 0, arg_word(c, 1));
}

void lib_memcmp(Call *c)
{
    uint64_t n = arg_word(c, 2);
    const unsigned char *a = memory_get(c->r, arg_word(c, 0), n);
    const unsigned char *b = memory_get(c->r, arg_word(c, 1), n);
    int order = 0;
    for (uint64_t i = 0; i < n && !order; i++)
        order = (a[i] > b[i]) - (a[i] < b[i]);
    give_int(c, order);
}

void lib_memchr(Call *c)
{
    uint64_t p = arg_word(c, 0), n = arg_word(c, 2);
    for (uint64_t i = 0; i < n; i++)
        if (byte_at(c, p + i) == (unsigned char)arg_word(c, 1)) {
            give_word(c, p + i);
            return;
        }
    give_word(c, 0);
}

/* ---- strings -------------------------------------------------------------------------------- */

static uint64_t length(Call *c, uint32_t i)
{
    return memory_strlen(c->r, arg_word(c, i), UINT64_MAX);
}

void lib_strlen(Call *c)
{
    give_word(c, length(c, 0));
}

void lib_strnlen(Call *c)
{
    give_word(c, memory_strlen(c->r, arg_word(c, 0), arg_word(c, 1)));
}

/* n bytes of the second argument and a zero go to `to`. */
static void copy_string(Call *c, uint64_t to, uint64_t n)
{
    uint64_t from = arg_word(c, 1);
    check_overlap(c, to, from, n + 1, n + 1);
    if (to != from)
        memory_put(c->r, to, memory_get(c->r, from, n), n);
    memory_put(c->r, to + n, "", 1);
}

void lib_strcpy(Call *c)
{
    copy_string(c, arg_word(c, 0), length(c, 1));
    give_word(c, arg_word(c, 0));
}

void lib_stpcpy(Call *c)
{
    uint64_t n = length(c, 1);
    copy_string(c, arg_word(c, 0), n);
    give_word(c, arg_word(c, 0) + n);
}

void lib_strncpy(Call *c)
{
    uint64_t to = arg_word(c, 0), most = arg_word(c, 2);
    uint64_t n = memory_strlen(c->r, arg_word(c, 1), most);
    check_overlap(c, to, arg_word(c, 1), most, n);
    memory_put(c->r, to, memory_get(c->r, arg_word(c, 1), n), n);
    spot_fill(c->r, spot_of(c->r, to + n), 0, most - n);
    give_word(c, to);
}

void lib_strcat(Call *c)
{
    copy_string(c, arg_word(c, 0) + length(c, 0), length(c, 1));
    give_word(c, arg_word(c, 0));
}

void lib_strncat(Call *c)
{
    copy_string(c, arg_word(c, 0) + length(c, 0),
                memory_strlen(c->r, arg_word(c, 1), arg_word(c, 2)));
    give_word(c, arg_word(c, 0));
}

static int order(Call *c, uint64_t most, bool fold)
{
    uint64_t a = arg_word(c, 0), b = arg_word(c, 1);
    for (uint64_t i = 0; i < most; i++) {
        unsigned char x = byte_at(c, a + i), y = byte_at(c, b + i);
        if (fold)
            x = lower(x), y = lower(y);
        if (x != y || !x)
            return (x > y) - (x < y);
    }
    return 0;
}

void lib_strcmp(Call *c)
{
    give_int(c, order(c, UINT64_MAX, false));
}

void lib_strncmp(Call *c)
{
    give_int(c, order(c, arg_word(c, 2), false));
}

void lib_strcasecmp(Call *c)
{
    give_int(c, order(c, UINT64_MAX, true));
}

void lib_strncasecmp(Call *c)
{
    give_int(c, order(c, arg_word(c, 2), true));
}

void lib_strchr(Call *c)
{
    uint64_t p = arg_word(c, 0);
    for (;; p++) {
        unsigned char b = byte_at(c, p);
        if (b == (unsigned char)arg_word(c, 1) || !b) {
            give_word(c, b == (unsigned char)arg_word(c, 1) ? p : 0);
            return;
        }
    }
}

void lib_strchrnul(Call *c)
{
    uint64_t p = arg_word(c, 0);
    while (byte_at(c, p) && byte_at(c, p) != (unsigned char)arg_word(c, 1))
        p++;
    give_word(c, p);
}

void lib_strrchr(Call *c)
{
    uint64_t p = arg_word(c, 0), found = 0;
    for (;; p++) {
        unsigned char b = byte_at(c, p);
        if (b == (unsigned char)arg_word(c, 1))
            found = p;
        if (!b)
            break;
    }
    give_word(c, found);
}

void lib_strstr(Call *c)
{
    uint64_t n = length(c, 0), m = length(c, 1), p = arg_word(c, 0);
    const unsigned char *what = memory_get(c->r, arg_word(c, 1), m);
    for (uint64_t i = 0; m <= n && i <= n - m; i++)
        if (!memcmp(memory_get(c->r, p + i, m), what, m)) {
            give_word(c, p + i);
            return;
        }
    give_word(c, 0);
}

/* How many bytes at p are (not) in the set. */
static uint64_t span(Call *c, uint64_t p, uint32_t set, bool in)
{
    const char *all = memory_string(c->r, arg_word(c, set));
    uint64_t n = 0;
    for (unsigned char b; (b = byte_at(c, p + n)) && (strchr(all, b) != NULL) == in;)
        n++;
    return n;
}

void lib_strspn(Call *c)
{
    give_word(c, span(c, arg_word(c, 0), 1, true));
}

void lib_strcspn(Call *c)
{
    give_word(c, span(c, arg_word(c, 0), 1, false));
}

void lib_strpbrk(Call *c)
{
    uint64_t p = arg_word(c, 0) + span(c, arg_word(c, 0), 1, false);
    give_word(c, byte_at(c, p) ? p : 0);
}

void lib_strtok(Call *c)
{
    Run *r = c->r;
    uint64_t p = arg_word(c, 0) ? arg_word(c, 0) : r->token;
    if (p)
        p += span(c, p, 1, true);
    if (!p || !byte_at(c, p)) {
        r->token = 0;
        give_word(c, 0);
        return;
    }
    uint64_t end = p + span(c, p, 1, false);
    r->token = end;
    if (byte_at(c, end)) {
        memory_put(r, end, "", 1);
        r->token = end + 1;
    }
    give_word(c, p);
}

/* ---- characters: those of ASCII ------------------------------------------------------------- */

enum { UPPER = 1, LOWER = 2, DIGIT = 4, SPACE = 8 };
enum { BLANK = 16, XDIGIT = 32, PUNCT = 64, CNTRL = 128 };

static unsigned classes(int b)
{
    unsigned v = 0;
    if (b >= 'A' && b <= 'Z')
        v |= UPPER;
    if (b >= 'a' && b <= 'z')
        v |= LOWER;
    if (b >= '0' && b <= '9')
        v |= DIGIT | XDIGIT;
    if ((b >= 'A' && b <= 'F') || (b >= 'a' && b <= 'f'))
        v |= XDIGIT;
    if (b == ' ' || (b >= '\t' && b <= '\r'))
        v |= SPACE;
    if (b == ' ' || b == '\t')
        v |= BLANK;
    if ((b >= 0 && b < 32) || b == 127)
        v |= CNTRL;
    if (b > 32 && b < 127 && !(v & (UPPER | LOWER | DIGIT)))
        v |= PUNCT;
    return v;
}

void lib_ctype(Call *c)
{
    static const struct {
        const char *name;
        unsigned classes;
    } all[] = {
        {"isalpha", UPPER | LOWER}, {"isdigit", DIGIT}, {"isalnum", UPPER | LOWER | DIGIT},
        {"isspace", SPACE},         {"isupper", UPPER}, {"islower", LOWER},
        {"isxdigit", XDIGIT},       {"ispunct", PUNCT}, {"isgraph", UPPER | LOWER | DIGIT | PUNCT},
        {"iscntrl", CNTRL},         {"isblank", BLANK}};
    int64_t b = (int64_t)c->args[0].i;
    const char *n = c->lib->name;
    if (b < -1 || b > 255)
        interp_error(c->r, RUN_OUT_OF_BOUNDS, NULL, "`%s` is given %lld, which is no character", n,
                     (long long)b);
    for (size_t i = 0; i < COUNT_OF(all); i++)
        if (!strcmp(all[i].name, n)) {
            give_int(c, (classes((int)b) & all[i].classes) != 0);
            return;
        }
    give_int(c, b >= 32 && b < 127); /* isprint */
}

void lib_toupper(Call *c)
{
    int64_t b = (int64_t)c->args[0].i;
    give_int(c, b >= 'a' && b <= 'z' ? b - 32 : b);
}

void lib_tolower(Call *c)
{
    int64_t b = (int64_t)c->args[0].i;
    give_int(c, b >= 'A' && b <= 'Z' ? b + 32 : b);
}

/* glibc: what its macros index, from -128 on; the bits are those of a little-endian machine. */
static void fill_table(Object *table, int kind)
{
    for (int i = 0; i < 384; i++) {
        int b = i - 128;
        unsigned k = classes(b);
        if (kind == 0) {
            uint16_t v =
                (uint16_t)((k & UPPER ? 0x100 : 0) | (k & LOWER ? 0x200 : 0) |
                           (k & (UPPER | LOWER) ? 0x400 : 0) | (k & DIGIT ? 0x800 : 0) |
                           (k & XDIGIT ? 0x1000 : 0) | (k & SPACE ? 0x2000 : 0) |
                           (b >= 32 && b < 127 ? 0x4000 : 0) | (b > 32 && b < 127 ? 0x8000 : 0) |
                           (k & BLANK ? 1 : 0) | (k & CNTRL ? 2 : 0) | (k & PUNCT ? 4 : 0) |
                           (k & (UPPER | LOWER | DIGIT) ? 8 : 0));
            memcpy(table->bytes + i * 2, &v, 2);
        } else {
            int32_t v = kind == 1 ? (k & LOWER ? b - 32 : b) : (k & UPPER ? b + 32 : b);
            memcpy(table->bytes + i * 4, &v, 4);
        }
    }
    memset(table->init, 0xFF, table->size);
}

void lib_ctype_table(Call *c)
{
    Run *r = c->r;
    const char *n = c->lib->name;
    int kind = strstr(n, "_b_") ? 0 : strstr(n, "upper") ? 1 : 2;
    if (!r->ctype[kind]) {
        uint64_t elem = kind ? 4 : 2;
        Object *table = object_new(r, OBJECT_GLOBAL, 384 * elem);
        Object *pointer = object_new(r, OBJECT_GLOBAL, 8);
        uint64_t at = object_address(r, table) + 128 * elem;
        fill_table(table, kind);
        memcpy(pointer->bytes, &at, 8);
        memset(pointer->init, 0xFF, 8);
        r->ctype[kind] = pointer;
    }
    give_word(c, object_address(r, r->ctype[kind]));
}
