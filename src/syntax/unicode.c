/* syntax/unicode.c - UTF-8, and which characters may stand in an identifier.
 *
 * In: bytes or code points. Out: the other form, or yes and no. Ranges are those of C11 annex D
 * (also taken by compilers in C99 mode); C23 replaced them by XID_Start and XID_Continue, which
 * differ in characters that no program we know of uses.
 *
 *     "\xC3\xA9" <-> U+00E9 (e with acute), which may start an identifier */
#include "syntax/lex.h"

unsigned lex_utf8_decode(const char *s, const char *end, uint32_t *code)
{
    const unsigned char *p = (const unsigned char *)s;
    size_t room = (size_t)(end - s);
    if (room == 0)
        return 0;
    if (p[0] < 0x80) {
        *code = p[0];
        return 1;
    }
    unsigned n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || room < n)
        return 0;
    uint32_t c = p[0] & (0x7Fu >> n);
    for (unsigned i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (p[i] & 0x3Fu);
    }
    if ((n == 3 && c < 0x800) || (n == 4 && c < 0x10000) || c > 0x10FFFF ||
        (c >= 0xD800 && c <= 0xDFFF))
        return 0;
    *code = c;
    return n;
}

unsigned lex_utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | (c >> 18 & 7));
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

typedef struct Range {
    uint32_t low, high;
} Range;

static bool in_ranges(const Range *r, size_t count, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (r[mid].high < c)
            low = mid + 1;
        else
            high = mid;
    }
    return low < count && r[low].low <= c;
}

bool unicode_in_ident(uint32_t c, bool first)
{
    /* clang-format off */
    static const Range allowed[] = { /* C11 D.1 */
        {0xA8, 0xA8}, {0xAA, 0xAA}, {0xAD, 0xAD}, {0xAF, 0xAF}, {0xB2, 0xB5}, {0xB7, 0xBA},
        {0xBC, 0xBE}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x167F}, {0x1681, 0x180D},
        {0x180F, 0x1FFF}, {0x200B, 0x200D}, {0x202A, 0x202E}, {0x203F, 0x2040},
        {0x2054, 0x2054}, {0x2060, 0x218F}, {0x2460, 0x24FF}, {0x2776, 0x2793},
        {0x2C00, 0x2DFF}, {0x2E80, 0x2FFF}, {0x3004, 0x3007}, {0x3021, 0x302F},
        {0x3031, 0xD7FF}, {0xF900, 0xFD3D}, {0xFD40, 0xFDCF}, {0xFDF0, 0xFE44},
        {0xFE47, 0xFFFD}, {0x10000, 0x1FFFD}, {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD},
        {0x40000, 0x4FFFD}, {0x50000, 0x5FFFD}, {0x60000, 0x6FFFD}, {0x70000, 0x7FFFD},
        {0x80000, 0x8FFFD}, {0x90000, 0x9FFFD}, {0xA0000, 0xAFFFD}, {0xB0000, 0xBFFFD},
        {0xC0000, 0xCFFFD}, {0xD0000, 0xDFFFD}, {0xE0000, 0xEFFFD},
    };
    static const Range not_first[] = { /* C11 D.2 */
        {0x300, 0x36F}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
    };
    /* clang-format on */
    return in_ranges(allowed, COUNT_OF(allowed), c) &&
           !(first && in_ranges(not_first, COUNT_OF(not_first), c));
}
