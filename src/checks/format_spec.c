/* checks/format_spec.c - reads format strings.
 *
 * What comes in: the text of a format and the family of functions it is for. What goes out: a Slot
 * for each argument that it asks for, with what type it wants there:
 *
 *     printf  "%-*s %5.1lf %n"    *: int    s: char *    f: double    n: int *
 *     scanf   "%ms %*d %[a-z]"    s: char **             [: char *
 *
 * The grammars are those of C23 7.23.6.1 (fprintf), 7.23.6.2 (fscanf) and 7.29.3.5 (strftime), with
 * POSIX's positions (%1$d) and what glibc adds: %m, %C, %S, %Z, the lengths q and Z, the flags '
 * and I, scanf's m. After a conversion that nobody knows, nothing more is read: how much it takes
 * from the arguments is not known.
 *
 * Deliberately lenient, as only what is certainly wrong is a finding: the sign of an integer, an
 * enumeration for its integer, another integer type of the same size, any pointer for %p, and void
 * * for any pointer all fit. */
#include "checks/format.h"

typedef enum LengthKind {
    LENGTH_NONE,
    LENGTH_HH,
    LENGTH_H,
    LENGTH_L,
    LENGTH_LL,
    LENGTH_J,
    LENGTH_Z,
    LENGTH_T,
    LENGTH_LONG_DOUBLE,
    LENGTH_BITS,
    LENGTH_FAST_BITS,
    LENGTH_DECIMAL
} LengthKind;

typedef struct Reader {
    Arena *arena;
    const Target *target;
    const Literal *text;
    Format *out;
    uint32_t at;
    uint32_t next;   /* argument, without positions */
    bool sequential; /* some conversion had no position */
    /* of the conversion being read */
    uint32_t begin, length_at;
    uint32_t position; /* from 1; 0: none */
    LengthKind length;
    uint32_t bits;
    bool suppressed, allocates, ambiguous;
} Reader;

uint32_t literal_at(const Literal *l, uint32_t i)
{
    uint32_t v = 0;
    if (i >= l->count)
        return 0;
    for (uint32_t k = 0; k < l->elem_size && k < 4; k++)
        v |= (uint32_t)(unsigned char)l->bytes[(size_t)i * l->elem_size + k] << 8 * k;
    return v;
}

static uint32_t peek(const Reader *r)
{
    return literal_at(r->text, r->at);
}

static bool one_of(uint32_t c, const char *set)
{
    return c && c < 128 && strchr(set, (int)c);
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static uint32_t number(Reader *r)
{
    uint32_t n = 0;
    for (; is_digit(peek(r)); r->at++)
        n = n < 100000 ? n * 10 + (peek(r) - '0') : n;
    return n;
}

static void flaw(Reader *r, FlawKind kind)
{
    r->out->flaw = kind;
    r->out->flaw_begin = r->begin;
    r->out->flaw_end = r->at < r->text->count ? r->at + 1 : r->text->count;
}

/* ---- types ----------------------------------------------------------------------------------- */
static const char *integer_name(TypeKind k)
{
    if (k == TYPE_CHAR || k == TYPE_SCHAR || k == TYPE_UCHAR)
        return "char";
    if (k == TYPE_SHORT || k == TYPE_USHORT)
        return "short";
    if (k == TYPE_LONG || k == TYPE_ULONG)
        return "long";
    return k == TYPE_LLONG || k == TYPE_ULLONG ? "long long" : "int";
}

/* C23 7.23.6.1p7: wN is intN_t, wfN is int_fastN_t (glibc: long from 16 bits on, on 64 bits). */
static TypeKind sized_integer(const Target *t, uint32_t bits, bool fast)
{
    static const TypeKind kinds[] = {TYPE_SCHAR, TYPE_SHORT, TYPE_INT, TYPE_LONG, TYPE_LLONG};
    if (fast && bits > 8 && bits < 64)
        bits = t->by_kind[TYPE_POINTER].size * 8u;
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (t->by_kind[kinds[i]].size * 8u == bits)
            return kinds[i];
    return TYPE_ERROR;
}

static TypeKind integer_kind(const Reader *r)
{
    switch (r->length) {
    case LENGTH_HH: return TYPE_SCHAR;
    case LENGTH_H: return TYPE_SHORT;
    case LENGTH_L: return TYPE_LONG;
    case LENGTH_LL:
    case LENGTH_LONG_DOUBLE: return TYPE_LLONG; /* GNU: %Ld */
    case LENGTH_J: return (TypeKind)r->target->intmax_kind;
    case LENGTH_Z: return (TypeKind)r->target->size_t_kind;
    case LENGTH_T: return (TypeKind)r->target->ptrdiff_kind;
    case LENGTH_BITS: return sized_integer(r->target, r->bits, false);
    case LENGTH_FAST_BITS: return sized_integer(r->target, r->bits, true);
    case LENGTH_NONE:
    case LENGTH_DECIMAL: break;
    }
    return TYPE_INT;
}

/* ---- slots ----------------------------------------------------------------------------------- */
/* The argument of what was just read; false: positions and the order are mixed (C23 7.23.6.1p2
 * knows no positions; POSIX leaves the mixture undefined). */
static bool take(Reader *r, uint32_t position, uint32_t *arg)
{
    if (position) {
        r->out->positional = true;
        *arg = position - 1;
    } else {
        r->sequential = true;
        *arg = r->next++;
    }
    if (*arg + 1 > r->out->arguments)
        r->out->arguments = *arg + 1;
    if (r->out->positional && r->sequential) {
        flaw(r, FLAW_MIXED);
        return false;
    }
    return true;
}

static Slot *add(Reader *r, SlotRole role, uint32_t position, WantKind want, TypeKind type)
{
    Slot s = {.begin = r->begin, .role = (uint8_t)role, .want = (uint8_t)want};
    s.type = (uint8_t)type;
    s.length_at = r->length_at;
    if (!take(r, position, &s.arg))
        return NULL;
    VEC_PUSH(r->arena, &r->out->slots, s);
    return &VEC_LAST(&r->out->slots);
}

static const char *describe(Arena *a, const Slot *s)
{
    const char *floating = s->type == TYPE_LDOUBLE  ? "long double"
                           : s->type == TYPE_DOUBLE ? "double"
                                                    : "float";
    const char *integer = integer_name((TypeKind)s->type);
    switch ((WantKind)s->want) {
    case WANT_ANYTHING: return "an argument";
    case WANT_INTEGER:
        /* what is smaller than an int arrives as one: C23 6.5.3.3p6 */
        integer = s->type == TYPE_SCHAR || s->type == TYPE_SHORT ? "int" : integer;
        return arena_printf(a, "%s `%s`", integer[0] == 'i' ? "an" : "a", integer);
    case WANT_FLOATING: return arena_printf(a, "a `%s`", floating);
    case WANT_POINTER: return "a pointer";
    case WANT_TEXT: return "a string (`char *`)";
    case WANT_WIDE_TEXT: return "a wide string (`wchar_t *`)";
    case WANT_TO_INTEGER:
        return arena_printf(a, "%s `%s *`", integer[0] == 'i' ? "an" : "a", integer);
    case WANT_TO_FLOATING: return arena_printf(a, "a `%s *`", floating);
    case WANT_TO_POINTER: return "a `void **`";
    case WANT_TO_TEXT: return "a `char **`";
    }
    return "";
}

/* The letter is at r->at: the slots since `from` are complete. */
static void finish(Reader *r, uint32_t from)
{
    for (uint32_t i = from; i < r->out->slots.len; i++) {
        Slot *s = &r->out->slots.data[i];
        s->letter_at = r->at;
        s->end = r->at + 1;
        s->letter = (char)peek(r);
        s->wanted = describe(r->arena, s);
    }
    r->at++;
}

/* ---- lengths --------------------------------------------------------------------------------- */
static void read_length(Reader *r)
{
    static const struct {
        char c;
        LengthKind once, twice;
    } lengths[] = {{'h', LENGTH_H, LENGTH_HH},         {'l', LENGTH_L, LENGTH_LL},
                   {'j', LENGTH_J, LENGTH_NONE},       {'z', LENGTH_Z, LENGTH_NONE},
                   {'Z', LENGTH_Z, LENGTH_NONE},       {'t', LENGTH_T, LENGTH_NONE},
                   {'q', LENGTH_LL, LENGTH_NONE},      {'L', LENGTH_LONG_DOUBLE, LENGTH_NONE},
                   {'H', LENGTH_DECIMAL, LENGTH_NONE}, {'D', LENGTH_DECIMAL, LENGTH_DECIMAL}};
    r->length = LENGTH_NONE;
    r->length_at = r->at;
    uint32_t c = peek(r);
    if (c == 'w') {
        r->at++;
        bool fast = peek(r) == 'f';
        r->at += fast;
        r->bits = number(r);
        r->length = fast ? LENGTH_FAST_BITS : LENGTH_BITS;
        return;
    }
    for (size_t i = 0; i < COUNT_OF(lengths); i++) {
        if (c != (unsigned char)lengths[i].c)
            continue;
        r->at++;
        bool twice = lengths[i].twice != LENGTH_NONE && peek(r) == c;
        r->at += twice;
        r->length = twice ? lengths[i].twice : lengths[i].once;
        return;
    }
}

/* `12$`, at the very beginning of a conversion or behind `*`. */
static uint32_t read_position(Reader *r)
{
    uint32_t before = r->at, n = number(r);
    if (n && peek(r) == '$') {
        r->at++;
        return n;
    }
    r->at = before;
    return 0;
}

/* ---- printf ---------------------------------------------------------------------------------- */
/* `*` or digits. False: mixed positions. */
static bool read_amount(Reader *r, SlotRole role)
{
    if (peek(r) != '*') {
        number(r);
        return true;
    }
    r->at++;
    uint32_t position = read_position(r);
    return add(r, role, position, WANT_INTEGER, TYPE_INT) != NULL;
}

static bool printf_value(Reader *r)
{
    uint32_t c = peek(r), p = r->position;
    bool wide = r->length == LENGTH_L;
    if (one_of(c, "diouxXbB")) {
        TypeKind k = integer_kind(r);
        return add(r, SLOT_VALUE, p, k == TYPE_ERROR ? WANT_ANYTHING : WANT_INTEGER, k);
    }
    if (one_of(c, "aAeEfFgG")) {
        bool big = r->length == LENGTH_LONG_DOUBLE || r->length == LENGTH_LL;
        return add(r, SLOT_VALUE, p, r->length == LENGTH_DECIMAL ? WANT_ANYTHING : WANT_FLOATING,
                   big ? TYPE_LDOUBLE : TYPE_DOUBLE);
    }
    switch (c) {
    case 'c':
        return add(r, SLOT_VALUE, p, WANT_INTEGER,
                   wide ? (TypeKind)r->target->wint_kind : TYPE_INT);
    case 'C': return add(r, SLOT_VALUE, p, WANT_INTEGER, (TypeKind)r->target->wint_kind);
    case 's': return add(r, SLOT_VALUE, p, wide ? WANT_WIDE_TEXT : WANT_TEXT, TYPE_CHAR);
    case 'S': return add(r, SLOT_VALUE, p, WANT_WIDE_TEXT, TYPE_CHAR);
    case 'p': return add(r, SLOT_VALUE, p, WANT_POINTER, TYPE_VOID);
    case 'n': return add(r, SLOT_VALUE, p, WANT_TO_INTEGER, integer_kind(r));
    case 'm':
    case '%': return true;
    case 0: flaw(r, FLAW_UNFINISHED); return false;
    }
    flaw(r, FLAW_UNKNOWN);
    return false;
}

static bool read_printf(Reader *r)
{
    uint32_t from = r->out->slots.len;
    r->position = read_position(r);
    while (one_of(peek(r), "-+ #0'I"))
        r->at++;
    if (!read_amount(r, SLOT_WIDTH))
        return false;
    if (peek(r) == '.') {
        r->at++;
        if (peek(r) == '-') /* a negative precision counts as none */
            r->at++;
        if (!read_amount(r, SLOT_PRECISION))
            return false;
    }
    read_length(r);
    if (!printf_value(r))
        return false;
    finish(r, from);
    return true;
}

/* ---- scanf ----------------------------------------------------------------------------------- */
/* At `[`: goes to the `]` that ends the set. A `]` that comes first is a member. */
static bool read_set(Reader *r)
{
    r->at++;
    if (peek(r) == '^')
        r->at++;
    if (peek(r) == ']')
        r->at++;
    while (peek(r) && peek(r) != ']')
        r->at++;
    if (!peek(r))
        flaw(r, FLAW_OPEN_SET);
    return peek(r) != 0;
}

static bool scanf_add(Reader *r, WantKind want, TypeKind type)
{
    return r->suppressed || add(r, SLOT_VALUE, r->position, want, type);
}

static bool scanf_value(Reader *r)
{
    uint32_t c = peek(r);
    bool wide = r->length == LENGTH_L;
    WantKind text = r->allocates ? WANT_TO_TEXT : wide ? WANT_WIDE_TEXT : WANT_TEXT;
    if (one_of(c, "diouxXbn")) {
        TypeKind k = integer_kind(r);
        return scanf_add(r, k == TYPE_ERROR ? WANT_ANYTHING : WANT_TO_INTEGER, k);
    }
    if (one_of(c, "aAeEfFgG")) {
        TypeKind k = r->length == LENGTH_L                                       ? TYPE_DOUBLE
                     : r->length == LENGTH_LONG_DOUBLE || r->length == LENGTH_LL ? TYPE_LDOUBLE
                                                                                 : TYPE_FLOAT;
        bool any = r->length == LENGTH_DECIMAL || r->ambiguous;
        return scanf_add(r, any ? WANT_ANYTHING : WANT_TO_FLOATING, k);
    }
    switch (c) {
    case '[':
        if (!read_set(r))
            return false;
        return scanf_add(r, text, TYPE_CHAR);
    case 'c':
    case 's': return scanf_add(r, text, TYPE_CHAR);
    case 'C':
    case 'S': return scanf_add(r, r->allocates ? WANT_TO_TEXT : WANT_WIDE_TEXT, TYPE_CHAR);
    case 'p': return scanf_add(r, WANT_TO_POINTER, TYPE_VOID);
    case '%': return true;
    case 0: flaw(r, FLAW_UNFINISHED); return false;
    }
    flaw(r, FLAW_UNKNOWN);
    return false;
}

static bool read_scanf(Reader *r)
{
    uint32_t from = r->out->slots.len;
    r->position = read_position(r);
    r->suppressed = r->allocates = false;
    for (; one_of(peek(r), "*'I"); r->at++)
        r->suppressed |= peek(r) == '*';
    number(r);
    if (peek(r) == 'm') {
        r->allocates = true;
        r->at++;
    }
    read_length(r);
    /* Before C99 glibc's `a` is what `m` is today: %as is a char **, or a float * and an s. */
    r->ambiguous = peek(r) == 'a' && one_of(literal_at(r->text, r->at + 1), "sS[");
    if (!scanf_value(r))
        return false;
    finish(r, from);
    return true;
}

/* ---- strftime -------------------------------------------------------------------------------- */
static bool read_strftime(Reader *r)
{
    while (one_of(peek(r), "_-0^#+"))
        r->at++;
    number(r);
    if (one_of(peek(r), "EO"))
        r->at++;
    uint32_t c = peek(r);
    if (!c)
        flaw(r, FLAW_UNFINISHED);
    else if (!one_of(c, "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUvVwWxXyYzZ%"))
        flaw(r, FLAW_UNKNOWN);
    r->at++;
    return r->out->flaw == FLAW_NONE;
}

void format_parse(Arena *a, const Target *t, FormatFamily family, const Literal *text, Format *out)
{
    Reader r = {.arena = a, .target = t, .text = text, .out = out};
    *out = (Format){0};
    while (r.at < text->count && peek(&r)) {
        if (peek(&r) != '%') {
            r.at++;
            continue;
        }
        r.begin = r.at++;
        bool on = false;
        switch (family) {
        case FAMILY_PRINTF: on = read_printf(&r); break;
        case FAMILY_SCANF: on = read_scanf(&r); break;
        case FAMILY_STRFTIME: on = read_strftime(&r); break;
        }
        if (!on)
            break;
    }
    /* what a flawed conversion has taken so far is not told */
    while (out->slots.len && !VEC_LAST(&out->slots).end)
        out->slots.len--;
}

/* ---- does an argument fit? ------------------------------------------------------------------- */
static bool floating_fits(const Target *t, TypeKind want, const Type *arg)
{
    uint32_t size = t->by_kind[want].size;
    if (!type_is_floating(arg) || arg->kind == TYPE_DECIMAL32 || arg->kind == TYPE_DECIMAL64 ||
        arg->kind == TYPE_DECIMAL128)
        return false;
    return arg->size == size && (size <= 8 || arg->kind == TYPE_LDOUBLE || want != TYPE_LDOUBLE);
}

static bool points_to_integer(const Type *to, uint32_t size)
{
    return type_is_void(to) || (type_is_integer(to) && to->size == size);
}

bool format_fits(const Target *t, const Slot *s, const Type *arg)
{
    const Type *to = arg->kind == TYPE_POINTER ? arg->elem : NULL;
    if (arg->kind == TYPE_ERROR || s->want == WANT_ANYTHING)
        return true;
    if (s->want == WANT_INTEGER) {
        uint32_t size = t->by_kind[s->type].size;
        if (size < t->by_kind[TYPE_INT].size)
            size = t->by_kind[TYPE_INT].size;
        return type_is_integer(arg) && (arg->size == size || arg->kind == TYPE_BITINT);
    }
    if (s->want == WANT_FLOATING)
        return floating_fits(t, (TypeKind)s->type, arg);
    if (arg->kind == TYPE_NULLPTR)
        return true;
    if (!to)
        return false;
    switch ((WantKind)s->want) {
    case WANT_ANYTHING:
    case WANT_INTEGER:
    case WANT_FLOATING:
    case WANT_POINTER: return true;
    case WANT_TEXT: return points_to_integer(to, 1);
    case WANT_WIDE_TEXT: return points_to_integer(to, t->by_kind[t->wchar_kind].size);
    case WANT_TO_INTEGER: return points_to_integer(to, t->by_kind[s->type].size);
    case WANT_TO_FLOATING: return type_is_void(to) || floating_fits(t, (TypeKind)s->type, to);
    case WANT_TO_POINTER: return type_is_void(to) || to->kind == TYPE_POINTER;
    case WANT_TO_TEXT:
        return type_is_void(to) ||
               (to->kind == TYPE_POINTER && (type_is_void(to->elem) || type_is_integer(to->elem)));
    }
    return true;
}

/* ---- what would fit -------------------------------------------------------------------------- */
static const char *integer_length(const Target *t, const Type *arg, bool pointee)
{
    if (arg->alias && (!strcmp(arg->alias->text, "size_t") || !strcmp(arg->alias->text, "ssize_t")))
        return "z";
    if (arg->alias && !strcmp(arg->alias->text, "ptrdiff_t"))
        return "t";
    if (arg->alias &&
        (!strcmp(arg->alias->text, "intmax_t") || !strcmp(arg->alias->text, "uintmax_t")))
        return "j";
    if (arg->kind == TYPE_LONG || arg->kind == TYPE_ULONG)
        return "l";
    if (arg->kind == TYPE_LLONG || arg->kind == TYPE_ULLONG)
        return "ll";
    if (arg->size == t->by_kind[TYPE_INT].size)
        return "";
    return !pointee || arg->size > 2 ? NULL : arg->size == 2 ? "h" : "hh";
}

/* Keeps the letter if it is one for numbers of this sort. */
static const char *number_conversion(Arena *a, const Target *t, const Slot *s, const Type *arg,
                                     bool pointee)
{
    if (type_is_integer(arg)) {
        const char *length = integer_length(t, arg, pointee);
        char fallback = arg->is_unsigned ? 'u' : 'd';
        char letter = one_of((unsigned char)s->letter, "diouxX") ? s->letter : fallback;
        return length ? arena_printf(a, "%s%c", length, letter) : NULL;
    }
    char letter = one_of((unsigned char)s->letter, "aAeEfFgG") ? s->letter : 'f';
    if (arg->kind == TYPE_LDOUBLE)
        return arena_printf(a, "L%c", letter);
    if (arg->kind == TYPE_DOUBLE)
        return arena_printf(a, "%s%c", pointee ? "l" : "", letter);
    return arg->kind == TYPE_FLOAT && pointee ? arena_printf(a, "%c", letter) : NULL;
}

const char *format_suggest(Arena *a, const Target *t, FormatFamily family, const Literal *text,
                           const Slot *s, const Type *arg)
{
    bool pointee = family == FAMILY_SCANF;
    const char *rest;
    if (s->role != SLOT_VALUE || s->letter == '[' || s->letter == 'n')
        return NULL;
    if (pointee) {
        if (arg->kind != TYPE_POINTER)
            return NULL;
        arg = arg->elem;
        rest = type_is_integer(arg) && arg->size == 1 ? "s"
               : type_is_arithmetic(arg)              ? number_conversion(a, t, s, arg, true)
                                                      : NULL;
    } else if (arg->kind == TYPE_POINTER) {
        rest = points_to_integer(arg->elem, 1) && !type_is_void(arg->elem) ? "s" : "p";
        if (arg->elem->kind == TYPE_FUNCTION || arg->elem->kind == TYPE_ARRAY)
            rest = NULL;
    } else {
        rest = type_is_arithmetic(arg) ? number_conversion(a, t, s, arg, false) : NULL;
    }
    if (!rest)
        return NULL;
    Text out;
    text_init(&out, a);
    /* Flags, width and precision stay, as far as they make sense: %-5s, %.2f. */
    bool same = (strchr("diouxX", s->letter) && type_is_integer(arg)) ||
                (strchr("aAeEfFgG", s->letter) && type_is_floating(arg));
    for (uint32_t i = s->begin; i < s->length_at; i++) {
        uint32_t c = literal_at(text, i);
        if (!same && (c == '.' || c == '*' || c == '0' || c == '#' || c == '+' || c == ' '))
            break;
        text_add_char(&out, (char)c);
    }
    text_add(&out, rest);
    return out.data;
}
