/* diag/utf8.c - code points and their width on a terminal.
 *
 * What comes in: bytes of a source line, which may be anything. What goes out: code points, an
 * invalid byte as U+FFFD, and how many columns each takes. The one idea: a table of ranges,
 * made from Unicode's East Asian Width (W and F) and the commonest combining marks; so small
 * that the layout of carets needs no locale.
 *
 *     "a\xC3\xA9\xE6\xBC\xA2" = U+0061 (1 column), U+00E9 (1), U+6F22 (2) */
#include "diag/resolved.h"

unsigned utf8_decode(const char *s, size_t left, uint32_t *cp)
{
    const unsigned char *u = (const unsigned char *)s;
    unsigned n = u[0] < 0x80 ? 1 : u[0] < 0xC2 ? 0 : u[0] < 0xE0 ? 2 : u[0] < 0xF0 ? 3
                 : u[0] < 0xF5 ? 4 : 0;
    *cp = 0xFFFD;
    if (n == 0 || n > left)
        return 1;
    uint32_t v = n == 1 ? u[0] : u[0] & (0x7Fu >> n);
    for (unsigned i = 1; i < n; i++) {
        if ((u[i] & 0xC0) != 0x80)
            return 1;
        v = v << 6 | (u[i] & 0x3F);
    }
    bool overlong = (n == 3 && v < 0x800) || (n == 4 && v < 0x10000);
    if (overlong || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
        return 1;
    *cp = v;
    return n;
}

unsigned utf8_width(uint32_t cp)
{
    static const struct { uint32_t from, to; unsigned width; } ranges[] = {
        {0x0300, 0x036F, 0}, {0x0483, 0x0489, 0}, {0x0591, 0x05BD, 0}, {0x064B, 0x065F, 0},
        {0x0E31, 0x0E31, 0}, {0x0E34, 0x0E3A, 0}, {0x1100, 0x115F, 2}, {0x1AB0, 0x1AFF, 0},
        {0x1DC0, 0x1DFF, 0}, {0x200B, 0x200F, 0}, {0x20D0, 0x20FF, 0}, {0x231A, 0x231B, 2},
        {0x23E9, 0x23EC, 2}, {0x25FD, 0x25FE, 2}, {0x2614, 0x2615, 2}, {0x2648, 0x2653, 2},
        {0x26A1, 0x26A1, 2}, {0x26BD, 0x26BE, 2}, {0x2705, 0x2705, 2}, {0x274C, 0x274C, 2},
        {0x2E80, 0x303E, 2}, {0x3041, 0x33FF, 2}, {0x3400, 0x4DBF, 2}, {0x4E00, 0x9FFF, 2},
        {0xA000, 0xA4CF, 2}, {0xA960, 0xA97F, 2}, {0xAC00, 0xD7A3, 2}, {0xF900, 0xFAFF, 2},
        {0xFE00, 0xFE0F, 0}, {0xFE20, 0xFE2F, 0}, {0xFE30, 0xFE6F, 2}, {0xFEFF, 0xFEFF, 0},
        {0xFF00, 0xFF60, 2}, {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2}, {0x1F680, 0x1F6FF, 2},
        {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
    };
    if (cp < 0x300)
        return 1;
    size_t lo = 0, hi = COUNT_OF(ranges);
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (cp > ranges[mid].to)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < COUNT_OF(ranges) && cp >= ranges[lo].from ? ranges[lo].width : 1;
}

uint32_t utf8_points(const char *s, size_t len)
{
    uint32_t n = 0, cp;
    for (size_t i = 0; i < len; n++)
        i += utf8_decode(s + i, len - i, &cp);
    return n;
}

void utf8_encode(Text *t, uint32_t cp)
{
    if (cp < 0x80) {
        text_add_char(t, (char)cp);
    } else if (cp < 0x800) {
        text_add_char(t, (char)(0xC0 | cp >> 6));
        text_add_char(t, (char)(0x80 | (cp & 0x3F)));
    } else if (cp < 0x10000) {
        text_add_char(t, (char)(0xE0 | cp >> 12));
        text_add_char(t, (char)(0x80 | (cp >> 6 & 0x3F)));
        text_add_char(t, (char)(0x80 | (cp & 0x3F)));
    } else {
        text_add_char(t, (char)(0xF0 | cp >> 18));
        text_add_char(t, (char)(0x80 | (cp >> 12 & 0x3F)));
        text_add_char(t, (char)(0x80 | (cp >> 6 & 0x3F)));
        text_add_char(t, (char)(0x80 | (cp & 0x3F)));
    }
}
