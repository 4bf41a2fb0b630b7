/* mir/read.c - reads the text form of a function back: words, types, declarations.
 *
 * In: text as print.c writes it (its grammar stands there). Out: a MirFunction with a Unit and
 * types of its own; spans are all nowhere. Malformed text gives a message with its line, never a
 * crash.
 *
 * Records refer to each other, so the lines before `fn` are read twice: once for numbers, sizes
 * and alignments, which is all that pointers and arrays need; then for their members. */
#include "mir/read_internal.h"

#include <stdlib.h>

/* ---- words ---------------------------------------------------------------------------------- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int hex_digit(char c)
{
    if (is_digit(c))
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void read_fail(Reader *r, const char *what)
{
    if (!r->error)
        r->error = arena_printf(r->arena, "line %u: %s", r->line, what);
    r->kind = WORD_END;
    r->at = r->end;
    r->text = "";
    r->len = 0;
}

static void read_text(Reader *r)
{
    Text t;
    text_init(&t, r->arena);
    const char *p = r->at + 1;
    while (p < r->end && *p != '"' && *p != '\n') {
        char c = *p++;
        if (c == '\\' && p < r->end) {
            c = *p++;
            if (c == 'n') {
                c = '\n';
            } else if (c == 'x' && r->end - p >= 2 && hex_digit(p[0]) >= 0 &&
                       hex_digit(p[1]) >= 0) {
                c = (char)(hex_digit(p[0]) * 16 + hex_digit(p[1]));
                p += 2;
            }
        }
        text_add_char(&t, c);
    }
    if (p >= r->end || *p != '"') {
        read_fail(r, "a text does not end");
        return;
    }
    r->kind = WORD_TEXT;
    r->text = t.data ? t.data : "";
    r->len = t.len;
    r->at = p + 1;
}

/* 12, 0x1.8p+3, inf and nan are names. */
static void read_number(Reader *r)
{
    const char *p = r->at;
    bool hex = r->end - p > 1 && p[0] == '0' && p[1] == 'x';
    if (hex) {
        p += 2;
        while (p < r->end && (hex_digit(*p) >= 0 || *p == '.'))
            p++;
        if (p < r->end && *p == 'p') {
            p++;
            if (p < r->end && (*p == '+' || *p == '-'))
                p++;
            while (p < r->end && is_digit(*p))
                p++;
        }
    } else {
        while (p < r->end && is_digit(*p))
            p++;
    }
    r->kind = WORD_NUMBER;
    r->text = r->at;
    r->len = (size_t)(p - r->at);
    r->at = p;
}

void read_next(Reader *r)
{
    static const char *const two[] = {"<-", "<<", ">>", "<=", ">=", "==", "!=", "..", ".%"};
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t' || *r->at == '\r'))
        if (*r->at++ == '\n')
            r->line++;
    r->begin = r->at;
    if (r->at >= r->end) {
        r->kind = WORD_END;
        r->text = "";
        r->len = 0;
        return;
    }
    char c = *r->at;
    if (c == '"') {
        read_text(r);
        return;
    }
    if (is_digit(c)) {
        read_number(r);
        return;
    }
    r->text = r->at;
    if (is_letter(c)) {
        r->kind = WORD_NAME;
        while (r->at < r->end && (is_letter(*r->at) || is_digit(*r->at)))
            r->at++;
        r->len = (size_t)(r->at - r->text);
        return;
    }
    r->kind = WORD_PUNCT;
    r->len = 1;
    if (r->end - r->at >= 3 && !memcmp(r->at, "...", 3))
        r->len = 3;
    else if (r->end - r->at >= 2)
        for (size_t i = 0; i < COUNT_OF(two); i++)
            if (!memcmp(r->at, two[i], 2))
                r->len = 2;
    r->at += r->len;
}

bool read_is(const Reader *r, const char *word)
{
    return (r->kind == WORD_NAME || r->kind == WORD_PUNCT) && r->len == strlen(word) &&
           !memcmp(r->text, word, r->len);
}

bool read_accept(Reader *r, const char *word)
{
    if (!read_is(r, word))
        return false;
    read_next(r);
    return true;
}

void read_expect(Reader *r, const char *word)
{
    if (!read_accept(r, word))
        read_fail(r, arena_printf(r->arena, "expected `%s`", word));
}

i128 read_integer(Reader *r)
{
    bool negative = read_accept(r, "-");
    u128 v = 0;
    if (!negative)
        read_accept(r, "+");
    if (r->kind != WORD_NUMBER) {
        read_fail(r, "expected a number");
        return 0;
    }
    for (size_t i = 0; i < r->len; i++) {
        if (!is_digit(r->text[i])) {
            read_fail(r, "expected an integer");
            return 0;
        }
        v = v * 10 + (u128)(r->text[i] - '0');
    }
    read_next(r);
    return (i128)(negative ? -v : v);
}

uint32_t read_numbered(Reader *r, const char *prefix)
{
    size_t n = strlen(prefix);
    uint32_t v = 0;
    if (r->kind != WORD_NAME || r->len <= n || r->len > n + 9 || memcmp(r->text, prefix, n)) {
        read_fail(r, arena_printf(r->arena, "expected `%s` and a number", prefix));
        return 0;
    }
    for (size_t i = n; i < r->len; i++) {
        if (!is_digit(r->text[i])) {
            read_fail(r, "expected a number");
            return 0;
        }
        v = v * 10 + (uint32_t)(r->text[i] - '0');
    }
    read_next(r);
    return v;
}

int read_word_of(const Reader *r, const char *const *table, int count)
{
    for (int i = 0; i < count; i++)
        if (table[i] && read_is(r, table[i]))
            return i;
    return -1;
}

Name read_name(Reader *r)
{
    Name n = NULL;
    if (r->kind != WORD_NAME) {
        read_fail(r, "expected a name");
        return NULL;
    }
    n = names_intern(r->names, r->text, r->len);
    read_next(r);
    return n;
}

/* ---- types ---------------------------------------------------------------------------------- */

/* `struct s#3`: the tag is for people, the number counts. */
static const Type *read_tag(Reader *r)
{
    read_next(r);
    if (r->kind == WORD_NAME)
        read_next(r);
    if (!read_is(r, "#")) {
        read_fail(r, "expected `#` and a number");
        return NULL;
    }
    read_next(r);
    uint32_t line = r->line;
    i128 n = read_integer(r);
    const Type *t = map_get_ptr(&r->tags, (uint64_t)n + 1);
    if (!t && !r->error) {
        r->line = line;
        read_fail(r, "no such struct, union or enum");
    }
    return t;
}

static const Type *read_function_type(Reader *r)
{
    VEC(ParamType) params = {0};
    bool variadic = false, proto = true;
    read_next(r);
    read_expect(r, "(");
    if (read_accept(r, "?"))
        proto = false;
    while (!r->error && !read_is(r, ")")) {
        if (read_accept(r, "...")) {
            variadic = true;
            break;
        }
        ParamType p = {.type = read_type(r)};
        p.written = p.type;
        VEC_PUSH(r->arena, &params, p);
        if (!read_accept(r, ","))
            break;
    }
    read_expect(r, ")");
    const Type *result = read_type(r);
    return type_function(r->types, result, params.data, params.len, variadic, proto, NULL);
}

static const Type *read_array(Reader *r)
{
    const Type *t = NULL;
    read_next(r);
    bool vla = read_accept(r, "vla"), unknown = !vla && read_accept(r, "?");
    uint64_t n = vla || unknown ? 0 : (uint64_t)read_integer(r);
    read_expect(r, "]");
    const Type *elem = read_type(r);
    if (vla) {
        Expr *size = ARENA_NEW(r->arena, Expr); /* stands for an expression that is gone */
        size->kind = EXPR_ERROR;
        size->type = type_basic(r->types, TYPE_ERROR);
        t = type_array_vla(r->types, elem, size);
    } else {
        t = unknown ? type_array_unknown(r->types, elem) : type_array(r->types, elem, n);
    }
    return t;
}

static const Type *read_vector(Reader *r)
{
    read_next(r);
    uint64_t n = (uint64_t)read_integer(r);
    read_expect(r, ">");
    return type_vector(r->types, read_type(r), n);
}

static const Type *read_bitint(Reader *r, bool is_unsigned)
{
    read_next(r);
    read_expect(r, ":");
    uint32_t width = (uint32_t)read_integer(r);
    if (width < 1 || width > 65535) {
        read_fail(r, "no such width");
        width = 8;
    }
    return type_bitint(r->types, width, is_unsigned);
}

static const Type *read_bare_type(Reader *r)
{
    if (read_accept(r, "*"))
        return type_pointer(r->types, read_type(r));
    if (read_is(r, "["))
        return read_array(r);
    if (read_is(r, "<"))
        return read_vector(r);
    if (read_accept(r, "complex"))
        return type_complex(r->types, read_type(r));
    if (read_is(r, "fn"))
        return read_function_type(r);
    if (read_is(r, "bitint"))
        return read_bitint(r, false);
    if (read_is(r, "ubitint"))
        return read_bitint(r, true);
    if (read_is(r, "struct") || read_is(r, "union") || read_is(r, "enum"))
        return read_tag(r);
    int k = read_word_of(r, mir_basic_words, MIR_BASIC_COUNT);
    if (k < 0) {
        read_fail(r, "expected a type");
        return NULL;
    }
    read_next(r);
    return type_basic(r->types, (TypeKind)k);
}

bool read_enter(Reader *r)
{
    if (r->depth >= READ_MAX_DEPTH) {
        read_fail(r, "too deeply nested");
        return false;
    }
    r->depth++;
    return true;
}

/* Never NULL, so that after an error the rest can go on until it ends. */
const Type *read_type(Reader *r)
{
    uint32_t quals = 0, align = 0;
    for (;;) {
        int q = read_word_of(r, mir_qual_words, MIR_QUAL_COUNT);
        if (q >= 0) {
            quals |= 1u << q;
            read_next(r);
        } else if (read_accept(r, "align")) {
            read_expect(r, "(");
            align = (uint32_t)read_integer(r);
            read_expect(r, ")");
        } else {
            break;
        }
    }
    if (!read_enter(r))
        return type_basic(r->types, TYPE_ERROR);
    const Type *t = read_bare_type(r);
    r->depth--;
    if (!t)
        return type_basic(r->types, TYPE_ERROR);
    if (quals)
        t = type_qualified(r->types, t, quals);
    return align && align != t->align ? type_variant(r->types, t, NULL, NULL, align) : t;
}

/* ---- symbols -------------------------------------------------------------------------------- */

/* `f` or `f.1`; the key is the whole. */
static Name symbol_key(Reader *r, Name *plain)
{
    const char *begin = r->begin;
    *plain = NULL;
    if (r->kind == WORD_NAME)
        *plain = read_name(r);
    const char *stop = r->begin;
    if (*plain)
        stop = begin + (*plain)->len;
    if (read_is(r, ".") && r->begin == stop && r->at < r->end && is_digit(*r->at)) {
        read_next(r);
        stop = r->at;
        read_next(r);
    }
    return names_intern(r->names, begin, (size_t)(stop - begin));
}

Symbol *read_symbol(Reader *r)
{
    Name plain;
    Symbol *sym = map_get_ptr(&r->symbols, MAP_KEY_PTR(symbol_key(r, &plain)));
    if (!sym && !r->error)
        read_fail(r, "no such symbol");
    return sym;
}

static void read_symbol_line(Reader *r)
{
    static const char *const linkage[] = {
        [LINK_NONE] = "none", [LINK_INTERNAL] = "internal", [LINK_EXTERNAL] = "external"};
    Symbol *s = ARENA_NEW(r->arena, Symbol);
    read_expect(r, "@");
    Name key = symbol_key(r, &s->name);
    if (read_accept(r, "function"))
        s->kind = SYM_FUNCTION;
    else if (read_accept(r, "builtin"))
        s->kind = SYM_BUILTIN;
    else
        read_expect(r, "var");
    int l = read_word_of(r, linkage, COUNT_OF(linkage));
    if (l < 0)
        read_fail(r, "expected a linkage");
    else
        read_next(r);
    s->linkage = l < 0 ? LINK_NONE : (Linkage)l;
    s->is_global = read_accept(r, "global");
    s->thread_local_ = read_accept(r, "thread");
    s->noreturn = read_accept(r, "noreturn");
    if (read_accept(r, ":"))
        s->type = read_type(r);
    else if (s->kind == SYM_BUILTIN)
        s->type = type_basic(r->types, TYPE_VOID);
    else
        read_fail(r, "expected a type");
    s->id = r->unit->symbol_count++;
    map_put(&r->symbols, MAP_KEY_PTR(key), (uintptr_t)s);
    if (s->is_global || s->kind == SYM_FUNCTION)
        VEC_PUSH(r->arena, &r->unit->globals, s);
}

/* ---- records and enumerations --------------------------------------------------------------- */

static void skip_line(Reader *r)
{
    while (r->at < r->end && *r->at != '\n')
        r->at++;
    read_next(r);
}

/* First reading: the number gets a type, with size and alignment. */
static void declare_tag(Reader *r)
{
    bool is_enum = read_is(r, "enum"), is_union = read_is(r, "union");
    Name tag = NULL;
    read_next(r);
    if (r->kind == WORD_NAME)
        tag = read_name(r);
    read_expect(r, "#");
    uint64_t n = (uint64_t)read_integer(r);
    const Type *made = is_enum ? type_enum(r->types, tag, LOC_NONE)
                               : type_record(r->types, is_union, tag, LOC_NONE);
    Type *t = (Type *)(uintptr_t)made; /* still nobody's but ours */
    map_put(&r->tags, n + 1, (uintptr_t)t);
    if (read_is(r, "incomplete") || r->error) {
        read_next(r);
        return;
    }
    if (is_enum) {
        const Type *u = read_type(r);
        t->u.enum_info->underlying = u;
        t->u.enum_info->complete = true;
        t->size = u->size;
        t->align = u->align;
        t->width = u->width;
        t->is_unsigned = u->is_unsigned;
        return;
    }
    Record *rec = t->u.record;
    read_expect(r, "size");
    t->size = rec->size = (uint64_t)read_integer(r);
    read_expect(r, "align");
    t->align = rec->align = (uint32_t)read_integer(r);
    rec->complete = true;
    skip_line(r);
}

/* Second reading: the members. */
static void define_record(Reader *r)
{
    VEC(Field) fields = {0};
    const Type *t = read_tag(r);
    if (!t || read_accept(r, "incomplete"))
        return;
    Record *rec = t->u.record;
    read_expect(r, "size");
    read_integer(r);
    read_expect(r, "align");
    read_integer(r);
    rec->packed = read_accept(r, "packed");
    rec->transparent = read_accept(r, "transparent");
    if (read_accept(r, "opaque"))
        return;
    read_expect(r, "{");
    while (!r->error && !read_accept(r, "}")) {
        Field f = {.owner = rec, .index = fields.len};
        read_expect(r, ".");
        if (!read_accept(r, "#"))
            f.name = read_name(r);
        f.type = read_type(r);
        read_expect(r, "@");
        f.offset = (uint64_t)read_integer(r);
        if (read_accept(r, "bits")) {
            f.is_bit_field = true;
            f.bit_offset = (uint32_t)read_integer(r);
            f.bit_width = (uint32_t)read_integer(r);
        }
        f.flexible = read_accept(r, "flexible");
        rec->has_flexible |= f.flexible;
        read_expect(r, ";");
        VEC_PUSH(r->arena, &fields, f);
    }
    rec->fields = fields.data;
    rec->field_count = fields.len;
}

static bool at_tag(const Reader *r)
{
    return read_is(r, "struct") || read_is(r, "union") || read_is(r, "enum");
}

static void read_header(Reader *r)
{
    Reader start = *r;
    while (!r->error && at_tag(r))
        declare_tag(r);
    if (r->error)
        return;
    start.tags = r->tags;
    start.error = NULL;
    *r = start;
    while (!r->error && at_tag(r)) {
        if (read_is(r, "enum"))
            skip_line(r);
        else
            define_record(r);
    }
    while (!r->error && read_accept(r, "sym"))
        read_symbol_line(r);
}

MirFunction *mir_read(Arena *arena, Names *names, const Target *target, const char *text,
                      size_t len, const char **error)
{
    Reader reader = {.arena = arena, .names = names, .at = text, .end = text + len, .line = 1};
    Reader *r = &reader;
    r->unit = ARENA_NEW(arena, Unit);
    r->unit->arena = arena;
    r->unit->names = names;
    r->unit->target = target;
    r->unit->types = r->types = types_new(arena, target, names);
    r->f = ARENA_NEW(arena, MirFunction);
    r->f->arena = arena;
    r->f->unit = r->unit;
    map_init(&r->tags, arena);
    map_init(&r->symbols, arena);
    read_next(r);
    read_header(r);
    if (!r->error)
        read_body(r);
    *error = r->error;
    return r->error ? NULL : r->f;
}
