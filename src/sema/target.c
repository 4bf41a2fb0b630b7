/* sema/target.c - sizes and alignments of the target, from the compiler's own words.
 *
 * What comes in: the text that `cc -E -dM` prints, so that -m32, -funsigned-char, -fshort-wchar
 * and cross compilers need no table of ours. What goes out: a Target. The one idea: sizes
 * are said by __SIZEOF_x__, types by __x_TYPE__; alignments are said by nobody and follow from
 * the architecture:
 *
 *     #define __SIZEOF_LONG_DOUBLE__ 12      i386: aligned to 4 */
#include "sema/type.h"

/* The value of macro `name` in lines "#define NAME VALUE", NULL when it isn't there. */
static const char *macro(const char *text, const char *name)
{
    size_t len = strlen(name);
    static const char intro[] = "#define ";
    for (const char *p = text; (p = strstr(p, name)) != NULL; p += len) {
        if (p < text + sizeof intro - 1 || memcmp(p - (sizeof intro - 1), intro, sizeof intro - 1))
            continue;
        if (p[len] == ' ')
            return p + len + 1;
        if (p[len] == '\n' || p[len] == '\0')
            return p + len;
    }
    return NULL;
}

static bool macro_number(const char *text, const char *name, uint32_t *out)
{
    const char *p = macro(text, name);
    if (!p || *p < '0' || *p > '9')
        return false;
    uint32_t v = 0;
    for (; *p >= '0' && *p <= '9'; p++)
        v = v * 10 + (uint32_t)(*p - '0');
    *out = v;
    return true;
}

/* "long unsigned int" -> TYPE_ULONG. The words come in any order. */
static TypeKind kind_of_words(const char *p)
{
    uint32_t longs = 0;
    bool is_unsigned = false, is_char = false, is_short = false, is_signed = false;
    while (*p && *p != '\n') {
        size_t n = strcspn(p, " \n");
        if (n == 4 && !memcmp(p, "long", 4))
            longs++;
        if (n == 8 && !memcmp(p, "unsigned", 8))
            is_unsigned = true;
        if (n == 6 && !memcmp(p, "signed", 6))
            is_signed = true;
        if (n == 4 && !memcmp(p, "char", 4))
            is_char = true;
        if (n == 5 && !memcmp(p, "short", 5))
            is_short = true;
        p += n;
        while (*p == ' ')
            p++;
    }
    if (is_char)
        return is_unsigned ? TYPE_UCHAR : is_signed ? TYPE_SCHAR : TYPE_CHAR;
    if (is_short)
        return is_unsigned ? TYPE_USHORT : TYPE_SHORT;
    if (longs > 1)
        return is_unsigned ? TYPE_ULLONG : TYPE_LLONG;
    if (longs)
        return is_unsigned ? TYPE_ULONG : TYPE_LONG;
    return is_unsigned ? TYPE_UINT : TYPE_INT;
}

static uint8_t kind_macro(const char *text, const char *name, TypeKind otherwise)
{
    const char *p = macro(text, name);
    return (uint8_t)(p ? kind_of_words(p) : otherwise);
}

static const struct {
    TypeKind kind;
    const char *macro;
    uint8_t otherwise;
} sizes[] = {{TYPE_SHORT, "__SIZEOF_SHORT__", 0},     {TYPE_INT, "__SIZEOF_INT__", 0},
             {TYPE_LONG, "__SIZEOF_LONG__", 0},       {TYPE_LLONG, "__SIZEOF_LONG_LONG__", 0},
             {TYPE_POINTER, "__SIZEOF_POINTER__", 0}, {TYPE_FLOAT, "__SIZEOF_FLOAT__", 4},
             {TYPE_DOUBLE, "__SIZEOF_DOUBLE__", 8},   {TYPE_LDOUBLE, "__SIZEOF_LONG_DOUBLE__", 16},
             {TYPE_INT128, "__SIZEOF_INT128__", 16},  {TYPE_FLOAT128, "__SIZEOF_FLOAT128__", 16}};

static const struct {
    TypeKind kind;
    const char *macro;
    uint8_t otherwise;
} mantissas[] = {
    {TYPE_FLOAT16, "__FLT16_MANT_DIG__", 11},    {TYPE_FLOAT, "__FLT_MANT_DIG__", 24},
    {TYPE_DOUBLE, "__DBL_MANT_DIG__", 53},       {TYPE_LDOUBLE, "__LDBL_MANT_DIG__", 64},
    {TYPE_FLOAT32, "__FLT32_MANT_DIG__", 24},    {TYPE_FLOAT64, "__FLT64_MANT_DIG__", 53},
    {TYPE_FLOAT128, "__FLT128_MANT_DIG__", 113}, {TYPE_FLOAT32X, "__FLT32X_MANT_DIG__", 53},
    {TYPE_FLOAT64X, "__FLT64X_MANT_DIG__", 64},  {TYPE_BF16, "__BFLT16_MANT_DIG__", 8}};

static void architecture(Target *t, const char *text)
{
    t->x86_64 = macro(text, "__x86_64__") != NULL;
    t->i386 = macro(text, "__i386__") != NULL;
    t->aarch64 = macro(text, "__aarch64__") != NULL;
    t->arm = macro(text, "__arm__") != NULL;
    t->riscv = macro(text, "__riscv") != NULL;
    t->i386_align = t->i386 && !macro(text, "_WIN32") && !macro(text, "__iamcu__");
    t->mmx = macro(text, "__MMX__") != NULL;
    t->clang = macro(text, "__clang__") != NULL;
    t->ms_bit_fields = macro(text, "_WIN32") != NULL;
    const char *order = macro(text, "__BYTE_ORDER__");
    t->big_endian = order && !strncmp(order, "__ORDER_BIG_ENDIAN__", 20);
    t->va_list_kind = t->x86_64 && !macro(text, "_WIN32")                                 ? 1
                      : t->aarch64 && !macro(text, "_WIN32") && !macro(text, "__APPLE__") ? 2
                                                                                          : 0;
    if (!macro_number(text, "__BIGGEST_ALIGNMENT__", &t->max_align))
        t->max_align = 16;
}

/* Everything is aligned to its size, up to what the architecture caps it at. */
static void alignments(Target *t, const char *text)
{
    uint32_t cap = 16;
    if (t->arm || macro(text, "__s390x__"))
        cap = 8;
    if (macro(text, "__m68k__"))
        cap = 2;
    if (macro(text, "__AVR__"))
        cap = 1;
    for (uint32_t k = 0; k < TYPE_KIND_COUNT; k++) {
        uint8_t size = t->by_kind[k].size;
        t->by_kind[k].align = size > cap ? (uint8_t)cap : size;
    }
    /* i386: 80 bits in 12 bytes; m32 with 128-bit long double is aligned as usual. */
    if (t->by_kind[TYPE_LDOUBLE].size == 12)
        t->by_kind[TYPE_LDOUBLE].align = 4;
    if (t->by_kind[TYPE_FLOAT64X].size == 12)
        t->by_kind[TYPE_FLOAT64X].align = 4;
}

static void copy_size(Target *t, TypeKind to, TypeKind from)
{
    t->by_kind[to] = t->by_kind[from];
}

static void derived_sizes(Target *t)
{
    t->by_kind[TYPE_BOOL].size = t->by_kind[TYPE_CHAR].size = 1;
    t->by_kind[TYPE_SCHAR].size = t->by_kind[TYPE_UCHAR].size = 1;
    copy_size(t, TYPE_USHORT, TYPE_SHORT);
    copy_size(t, TYPE_UINT, TYPE_INT);
    copy_size(t, TYPE_ULONG, TYPE_LONG);
    copy_size(t, TYPE_ULLONG, TYPE_LLONG);
    copy_size(t, TYPE_UINT128, TYPE_INT128);
    t->by_kind[TYPE_FLOAT16].size = t->by_kind[TYPE_BF16].size = 2;
    t->by_kind[TYPE_FLOAT32].size = t->by_kind[TYPE_DECIMAL32].size = 4;
    t->by_kind[TYPE_FLOAT64].size = t->by_kind[TYPE_DECIMAL64].size = 8;
    t->by_kind[TYPE_FLOAT32X].size = 8;
    t->by_kind[TYPE_DECIMAL128].size = 16;
    t->by_kind[TYPE_FLOAT64X].size =
        t->mantissa[TYPE_FLOAT64X] == 64 ? t->by_kind[TYPE_LDOUBLE].size : 16;
}

bool target_from_macros(Target *t, const char *predefined, const char **missing)
{
    const char *text = predefined;
    memset(t, 0, sizeof *t);
    *missing = NULL;
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        uint32_t v = sizes[i].otherwise;
        if (!macro_number(text, sizes[i].macro, &v) && !sizes[i].otherwise) {
            *missing = sizes[i].macro;
            return false;
        }
        t->by_kind[sizes[i].kind].size = (uint8_t)v;
    }
    for (size_t i = 0; i < COUNT_OF(mantissas); i++) {
        uint32_t v = mantissas[i].otherwise;
        macro_number(text, mantissas[i].macro, &v);
        t->mantissa[mantissas[i].kind] = (uint8_t)v;
    }
    architecture(t, text);
    derived_sizes(t);
    alignments(t, text);
    bool wide = t->by_kind[TYPE_POINTER].size == 8;
    t->char_unsigned = macro(text, "__CHAR_UNSIGNED__") != NULL;
    t->size_t_kind = kind_macro(text, "__SIZE_TYPE__", wide ? TYPE_ULONG : TYPE_UINT);
    t->ptrdiff_kind = kind_macro(text, "__PTRDIFF_TYPE__", wide ? TYPE_LONG : TYPE_INT);
    t->wchar_kind = kind_macro(text, "__WCHAR_TYPE__", TYPE_INT);
    t->wint_kind = kind_macro(text, "__WINT_TYPE__", TYPE_UINT);
    t->char16_kind = kind_macro(text, "__CHAR16_TYPE__", TYPE_USHORT);
    t->char32_kind = kind_macro(text, "__CHAR32_TYPE__", TYPE_UINT);
    t->intmax_kind = kind_macro(text, "__INTMAX_TYPE__", wide ? TYPE_LONG : TYPE_LLONG);
    const char *wchar = macro(text, "__WCHAR_TYPE__");
    TypeKind w = (TypeKind)t->wchar_kind;
    t->wchar_unsigned =
        wchar && (w == TYPE_UCHAR || w == TYPE_USHORT || w == TYPE_UINT || w == TYPE_ULONG);
    return true;
}
