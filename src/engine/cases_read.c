/* engine/cases_read.c - the text of a contract's cases, read back into a summary.
 *
 * In: the text, and the prototype that it stands behind, whose parameters and types it speaks of.
 * Out: a summary that a call is applied by like one made of a body; or a message. The lists are read
 * twice: first for the names, whose order gives the numbers, then for what is said of them, for an
 * object may be called after one that comes later. Nothing is guessed: a word that the tables do not
 * have is an error, and so is a name that nothing was given. */
#include "engine/cases.h"
#include "mir/text_internal.h"

typedef struct Item {
    const char *name;
    size_t len;
    const char *rest; /* behind the name */
    bool busy, done;
} Item;
typedef VEC(Item) ItemList;

typedef struct Reader {
    const CaseReader *c;
    Arena *arena;
    const Symbol *fn;
    Summary *m;
    const char *at, *end, *text_end;
    const char *error;
    ItemList objects, values, events;
    Map object_names, value_names; /* hash of the text -> number */
} Reader;

typedef struct PlaceText {
    uint32_t region, off_sym;
    int64_t off;
    uint64_t size;    /* 0: not said */
    const Type *type; /* NULL: not known */
} PlaceText;

static void fail(Reader *r, const char *what)
{
    if (r->error)
        return;
    size_t n = (size_t)(r->end - r->at);
    r->error = arena_printf(r->arena, "%s at `%.*s`", what, (int)(n > 40 ? 40 : n), r->at);
    r->at = r->end;
}

/* ---- words ----------------------------------------------------------------------------------- */
static void skip_space(Reader *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t'))
        r->at++;
}

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (unsigned char)c >= 0x80;
}

static bool sees(Reader *r, const char *text)
{
    size_t n = strlen(text);
    skip_space(r);
    return (size_t)(r->end - r->at) >= n && memcmp(r->at, text, n) == 0 &&
           !(is_word_char(text[n - 1]) && r->at + n < r->end && is_word_char(r->at[n]));
}

static bool accept(Reader *r, const char *text)
{
    if (!sees(r, text))
        return false;
    r->at += strlen(text);
    return true;
}

static void expect(Reader *r, const char *text)
{
    if (!r->error && !accept(r, text))
        fail(r, arena_printf(r->arena, "`%s` is missing", text));
}

static size_t word_length(Reader *r)
{
    skip_space(r);
    size_t n = 0;
    while (r->at + n < r->end && is_word_char(r->at[n]))
        n++;
    return n;
}

static i128 read_integer(Reader *r)
{
    bool negative = accept(r, "-");
    skip_space(r);
    u128 v = 0;
    if (r->at >= r->end || *r->at < '0' || *r->at > '9')
        fail(r, "a number is missing");
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        v = v * 10 + (u128)(*r->at++ - '0');
    return (i128)(negative ? -v : v);
}

static const char *read_quoted(Reader *r)
{
    Text t;
    text_init(&t, r->arena);
    text_add(&t, "");
    expect(r, "'");
    while (r->at < r->end && *r->at != '\'') {
        if (*r->at == '\\' && r->at + 1 < r->end)
            r->at++;
        text_add_char(&t, *r->at++);
    }
    expect(r, "'");
    return t.data ? t.data : "";
}

/* The words of a table; the index of the one that stands here, UINT32_MAX: none. */
static uint32_t read_word(Reader *r, const char *const *words)
{
    size_t n = word_length(r);
    for (uint32_t i = 0; words[i]; i++)
        if (n && strlen(words[i]) == n && memcmp(words[i], r->at, n) == 0) {
            r->at += n;
            return i;
        }
    return UINT32_MAX;
}

static void skip_balanced(Reader *r, char open, char close)
{
    uint32_t depth = 0;
    do {
        depth += *r->at == open;
        depth -= *r->at == close;
        r->at++;
    } while (depth && r->at < r->end);
    if (depth)
        fail(r, "a bracket is not closed");
}

/* `(*p)->next[3].x`: how far it goes. */
static bool scan_thing(Reader *r, const char **name, size_t *len)
{
    skip_space(r);
    const char *start = r->at;
    while (r->at < r->end && *r->at == '*')
        r->at++;
    if (r->at < r->end && *r->at == '(')
        skip_balanced(r, '(', ')');
    else if (r->at < r->end && is_word_char(*r->at) && !(*r->at >= '0' && *r->at <= '9'))
        r->at += word_length(r);
    else
        fail(r, "a name is missing");
    while (r->at < r->end && !r->error) {
        if (r->end - r->at > 2 && r->at[0] == '-' && r->at[1] == '>')
            r->at += 2;
        else if (*r->at == '.')
            r->at++;
        else if (*r->at == '[') {
            skip_balanced(r, '[', ']');
            continue;
        } else
            break;
        r->at += word_length(r);
    }
    *name = start;
    *len = (size_t)(r->at - start);
    return !r->error;
}

static uint32_t find_name(const Map *m, const char *name, size_t len)
{
    uintptr_t id = 0;
    map_get(m, hash_bytes(name, len, 7), &id);
    return (uint32_t)id;
}

static uint32_t object_named(Reader *r, const char *name, size_t len)
{
    uint32_t id = find_name(&r->object_names, name, len);
    if (!id)
        fail(r, arena_printf(r->arena, "there is no object `%.*s`", (int)len, name));
    return id;
}

static uint32_t value_named(Reader *r, const char *name, size_t len)
{
    uint32_t id = find_name(&r->value_names, name, len);
    if (!id)
        fail(r, arena_printf(r->arena, "there is no value `%.*s`", (int)len, name));
    return id;
}

/* ---- types ----------------------------------------------------------------------------------- */
static const Type *read_tag(Reader *r, bool is_union)
{
    size_t n = word_length(r);
    const Type *t =
        n ? map_get_ptr(r->c->tags, MAP_KEY_PTR(names_intern(r->c->names, r->at, n))) : NULL;
    if (!t || (t->kind == TYPE_UNION) != is_union) {
        fail(r, "no such struct or union");
        return type_basic(r->c->unit->types, TYPE_VOID);
    }
    r->at += n;
    return t;
}

static const Type *read_bitint(Reader *r, bool is_unsigned)
{
    expect(r, "(");
    uint32_t width = (uint32_t)read_integer(r);
    expect(r, ")");
    return type_bitint(r->c->unit->types, width ? width : 1, is_unsigned);
}

static const Type *read_basic(Reader *r)
{
    const Type *best = NULL;
    size_t longest = 0;
    for (int k = TYPE_VOID; k <= TYPE_LDOUBLE; k++) {
        if (k == TYPE_BITINT || k == TYPE_ENUM)
            continue;
        const Type *t = type_basic(r->c->unit->types, (TypeKind)k);
        const char *spelled = t ? type_spell(r->arena, t) : "";
        if (*spelled && strlen(spelled) > longest && sees(r, spelled))
            best = t, longest = strlen(spelled);
    }
    if (!best)
        fail(r, "a type is missing");
    r->at += longest;
    return best ? best : type_basic(r->c->unit->types, TYPE_VOID);
}

static const Type *read_type(Reader *r)
{
    Types *types = r->c->unit->types;
    uint32_t quals = 0;
    for (;;) {
        if (accept(r, "const"))
            quals |= QUAL_CONST;
        else if (accept(r, "volatile"))
            quals |= QUAL_VOLATILE;
        else
            break;
    }
    const Type *t;
    if (accept(r, "*")) {
        t = type_pointer(types, read_type(r));
    } else if (accept(r, "[")) {
        bool known = !sees(r, "]");
        uint64_t n = known ? (uint64_t)read_integer(r) : 0;
        expect(r, "]");
        const Type *elem = read_type(r);
        t = known ? type_array(types, elem, n) : type_array_unknown(types, elem);
    } else if (accept(r, "struct")) {
        t = read_tag(r, false);
    } else if (accept(r, "union")) {
        t = read_tag(r, true);
    } else if (accept(r, "function")) {
        t = type_function(types, type_basic(types, TYPE_VOID), NULL, 0, false, false, NULL);
    } else if (accept(r, "unsigned _BitInt")) {
        t = read_bitint(r, true);
    } else if (accept(r, "_BitInt")) {
        t = read_bitint(r, false);
    } else {
        size_t n = word_length(r);
        if (r->at + n < r->end && r->at[n] == '=') {
            Name alias = names_intern(r->c->names, r->at, n);
            r->at += n + 1;
            t = type_variant(types, read_type(r), alias, NULL, 0);
        } else {
            t = read_basic(r);
        }
    }
    return quals ? type_qualified(types, t, quals) : t;
}

/* ---- values ---------------------------------------------------------------------------------- */
static int64_t read_addend(Reader *r)
{
    bool minus = r->at < r->end && *r->at == '-';
    if (r->end - r->at < 2 || (*r->at != '+' && !minus) || r->at[1] < '0' || r->at[1] > '9')
        return 0;
    r->at++;
    int64_t n = (int64_t)(uint64_t)read_integer(r);
    return minus ? -n : n;
}

static uint32_t read_event(Reader *r)
{
    skip_space(r);
    if (r->at < r->end && *r->at == 'e')
        r->at++;
    i128 n = read_integer(r);
    if (n < 1 || n > r->events.len)
        fail(r, "there is no such event");
    return r->error ? 0 : (uint32_t)n;
}

static Value read_value(Reader *r)
{
    const char *name;
    size_t len;
    Value v = value_unknown();
    skip_space(r);
    if (accept(r, "?"))
        return v;
    if (accept(r, "uninit"))
        return (Value){VAL_UNINIT, 0, 0, 0};
    if (r->at < r->end && (*r->at == '-' || (*r->at >= '0' && *r->at <= '9'))) {
        v = value_int((int64_t)(uint64_t)read_integer(r));
        if (r->at < r->end && *r->at == '@') {
            r->at++;
            v.id = read_event(r);
        }
        return v;
    }
    bool address = accept(r, "&");
    if (!scan_thing(r, &name, &len))
        return v;
    uint32_t sym = address ? 0 : find_name(&r->value_names, name, len);
    if (sym) {
        v = value_sym(sym, 0);
    } else if (address) {
        v = value_ptr(object_named(r, name, len), 0);
    } else {
        const char *to = arena_printf(r->arena, "*%.*s", (int)len, name);
        v = value_ptr(find_name(&r->object_names, to, len + 1), 0);
        if (!v.id)
            fail(r, arena_printf(r->arena, "there is no value `%.*s`", (int)len, name));
    }
    v.num = read_addend(r);
    if (v.kind == VAL_PTR && r->end - r->at > 2 && r->at[0] == '+' && r->at[1] == '[') {
        r->at += 2;
        if (scan_thing(r, &name, &len))
            v.off_sym = value_named(r, name, len);
        expect(r, "]");
    }
    return v;
}

/* ---- fields ---------------------------------------------------------------------------------- */
static Span read_position(Reader *r)
{
    skip_space(r);
    const char *path, *start = r->at;
    if (r->at < r->end && *r->at == '\'') {
        path = read_quoted(r);
    } else {
        while (r->at < r->end && *r->at != ':' && *r->at != ' ')
            r->at++;
        path = arena_strndup(r->arena, start, (size_t)(r->at - start));
    }
    expect(r, ":");
    uint32_t line = (uint32_t)read_integer(r);
    expect(r, ":");
    uint32_t column = (uint32_t)read_integer(r);
    if (column > 1 << 20)
        fail(r, "no such column");
    if (r->error)
        return (Span){LOC_NONE, LOC_NONE};
    Loc l = case_places_add(r->c->places, path, line, column);
    return (Span){l, l};
}

static void put_number(char *at, uint16_t size, uint64_t n)
{
    uint8_t one = (uint8_t)n;
    uint16_t two = (uint16_t)n;
    uint32_t four = (uint32_t)n;
    switch (size) {
    case 1: memcpy(at, &one, 1); break;
    case 2: memcpy(at, &two, 2); break;
    case 4: memcpy(at, &four, 4); break;
    case 8: memcpy(at, &n, 8); break;
    }
}

static uint64_t get_number(const char *at, uint16_t size)
{
    uint64_t eight = 0;
    uint32_t four = 0;
    if (size == 8)
        memcpy(&eight, at, 8);
    else if (size == 4)
        memcpy(&four, at, 4), eight = four;
    else
        eight = (unsigned char)*at;
    return eight;
}

/* A word of an enumeration that the record has: it says its own member. */
static bool read_enumerator(Reader *r, FieldOwner owner, char *record)
{
    for (uint32_t i = 0; i < case_field_count; i++) {
        const CaseField *f = &case_fields[i];
        const char *const *words = case_words((FieldKind)f->kind);
        if (f->owner != owner || !words || *f->word)
            continue;
        uint32_t n = read_word(r, words);
        if (n == UINT32_MAX)
            continue;
        char *at = record + f->offset;
        if (f->kind == FIELD_FLAGS)
            put_number(at, f->size, get_number(at, f->size) | UINT64_C(1) << n);
        else
            put_number(at, f->size, n);
        return true;
    }
    return false;
}

static uint64_t read_numbers(Reader *r)
{
    uint64_t bits = 0;
    expect(r, "{");
    do {
        i128 n = read_integer(r);
        if (n < 0 || n > 63)
            fail(r, "a number from 0 to 63 is missing");
        else
            bits |= UINT64_C(1) << n;
    } while (!r->error && accept(r, ","));
    expect(r, "}");
    return bits;
}

static uint8_t read_binary(Reader *r)
{
    skip_space(r);
    size_t n = 0;
    while (r->at + n < r->end && r->at[n] != ' ' && r->at[n] != ',')
        n++;
    for (uint32_t op = 0; op < MIR_BINARY_COUNT; op++)
        if (mir_binary_words[op] && strlen(mir_binary_words[op]) == n &&
            memcmp(mir_binary_words[op], r->at, n) == 0) {
            r->at += n;
            return (uint8_t)op;
        }
    fail(r, "an operator is missing");
    return 0;
}

static void read_member(Reader *r, const CaseField *f, char *at)
{
    const void *ptr = NULL;
    const char *name;
    size_t len;
    Value v;
    Span s;
    i128 big;
    uint32_t n;
    switch ((FieldKind)f->kind) {
    case FIELD_FLAG: put_number(at, f->size, 1); return;
    case FIELD_COUNT:
    case FIELD_NUMBER:
    case FIELD_WHEN: put_number(at, f->size, (uint64_t)read_integer(r)); return;
    case FIELD_NUMBERS: put_number(at, f->size, read_numbers(r)); return;
    case FIELD_BIG:
        big = read_integer(r);
        memcpy(at, &big, sizeof big);
        return;
    case FIELD_TEXT: ptr = read_quoted(r); break;
    case FIELD_NAME:
        name = read_quoted(r);
        ptr = names_intern(r->c->names, name, strlen(name));
        break;
    case FIELD_TYPE: ptr = read_type(r); break;
    case FIELD_PLACE:
        s = read_position(r);
        memcpy(at, &s, sizeof s);
        return;
    case FIELD_VALUE:
        v = read_value(r);
        memcpy(at, &v, sizeof v);
        return;
    case FIELD_OBJECT:
        if (scan_thing(r, &name, &len))
            put_number(at, f->size, object_named(r, name, len));
        return;
    case FIELD_SYM:
        if (scan_thing(r, &name, &len))
            put_number(at, f->size, value_named(r, name, len));
        return;
    case FIELD_EVENT: put_number(at, f->size, read_event(r)); return;
    case FIELD_OPERATOR: put_number(at, f->size, read_binary(r)); return;
    case FIELD_ENDS:
    case FIELD_GUESSES:
        n = read_word(r, case_words((FieldKind)f->kind));
        if (n == UINT32_MAX)
            fail(r, "this is not understood");
        else
            put_number(at, f->size, get_number(at, f->size) | UINT64_C(1) << n);
        return;
    case FIELD_HEAD:
    case FIELD_SKIP:
    case FIELD_LIFE:
    case FIELD_NULLNESS:
    case FIELD_OWNER:
    case FIELD_CONTENT:
    case FIELD_FLAGS: return;
    }
    memcpy(at, &ptr, sizeof ptr);
}

static const CaseField *field_named(FieldOwner owner, const char *word, size_t len)
{
    for (uint32_t i = 0; i < case_field_count; i++)
        if (case_fields[i].owner == owner && len && strlen(case_fields[i].word) == len &&
            memcmp(case_fields[i].word, word, len) == 0)
            return &case_fields[i];
    return NULL;
}

/* Members with commas between them, up to a semicolon or a bracket. */
static void read_fields(Reader *r, FieldOwner owner, void *record)
{
    while (!r->error) {
        (void)accept(r, ",");
        if (sees(r, ";") || sees(r, "}") || sees(r, "{") || r->at >= r->end)
            return;
        size_t n = word_length(r);
        const CaseField *f = field_named(owner, r->at, n);
        if (f) {
            r->at += n;
            if (owner == OWNER_Fact && f->kind == FIELD_BIG)
                ((Fact *)record)->has_ne = true;
            read_member(r, f, (char *)record + f->offset);
        } else if (!read_enumerator(r, owner, record)) {
            fail(r, "this is not understood");
        }
    }
}

/* ---- places ---------------------------------------------------------------------------------- */
static void resolve_object(Reader *r, uint32_t id);

static PlaceText whole_object(Reader *r, uint32_t id)
{
    PlaceText p = {.region = id};
    if (id) {
        resolve_object(r, id);
        p.type = r->m->regions[id].type;
    }
    return p;
}

static void read_member_name(Reader *r, PlaceText *p)
{
    size_t n = word_length(r);
    p->type = place_member(p->type, names_intern(r->c->names, r->at, n), &p->off);
    if (!p->type)
        fail(r, "no such member");
    else
        r->at += n;
    p->size = 0;
}

/* `[3]`, `[8:4]`, `[n+8:4]` */
static void read_index(Reader *r, PlaceText *p)
{
    const char *name;
    size_t len;
    expect(r, "[");
    if (r->at < r->end && *r->at != '-' && !(*r->at >= '0' && *r->at <= '9')) {
        if (scan_thing(r, &name, &len))
            p->off_sym = value_named(r, name, len);
        p->off += read_addend(r);
    } else {
        int64_t n = (int64_t)read_integer(r);
        if (sees(r, "]")) {
            if (!p->type || p->type->kind != TYPE_ARRAY)
                fail(r, "this is no array");
            else
                p->type = p->type->elem, p->off += n * (int64_t)p->type->size;
            expect(r, "]");
            return;
        }
        p->off += n;
    }
    expect(r, ":");
    p->size = (uint64_t)read_integer(r);
    p->type = NULL;
    expect(r, "]");
}

/* `[3]` behind a pointer, and not behind an array. */
static bool is_element(const Reader *r, const PlaceText *p)
{
    const char *c = r->at + 1;
    while (c < r->end && *c >= '0' && *c <= '9')
        c++;
    return c > r->at + 1 && c < r->end && *c == ']' && p->type && p->type->kind == TYPE_POINTER;
}

/* What the pointer that stands from `start` to here leads to: `(*q)` is called `*q` behind a `*`,
 * without its brackets. */
static PlaceText behind_pointer(Reader *r, const char *start)
{
    const char *end = r->at;
    if (*start == '(' && end[-1] == ')') {
        const char *c = start;
        uint32_t depth = 0;
        do {
            depth += *c == '(';
            depth -= *c == ')';
            c++;
        } while (depth && c < end);
        if (c == end)
            start++, end--;
    }
    const char *key = arena_printf(r->arena, "*%.*s", (int)(end - start), start);
    return whole_object(r, object_named(r, key, (size_t)(end - start) + 1));
}

static PlaceText read_place(Reader *r)
{
    const char *start = r->at, *name;
    size_t len;
    PlaceText p = {0};
    if (r->at < r->end && *r->at == '*') {
        if (scan_thing(r, &name, &len))
            p = whole_object(r, object_named(r, name, len));
        p.size = p.type ? p.type->size : 0;
        return p;
    }
    if (r->at < r->end && *r->at == '(') {
        r->at++;
        p = read_place(r);
        expect(r, ")");
    } else {
        len = word_length(r);
        p = whole_object(r, object_named(r, r->at, len));
        r->at += r->error ? 0 : len;
    }
    while (!r->error && r->at < r->end) {
        if (*r->at == '.') {
            r->at++;
            read_member_name(r, &p);
        } else if (*r->at == '[' && !is_element(r, &p)) {
            read_index(r, &p);
        } else if (*r->at == '[' || (*r->at == '-' && r->end - r->at > 1 && r->at[1] == '>')) {
            bool element = *r->at == '[';
            p = behind_pointer(r, start);
            r->at += element ? 1 : 2;
            if (element) {
                p.off = (int64_t)read_integer(r) * (int64_t)(p.type ? p.type->size : 0);
                expect(r, "]");
            } else {
                read_member_name(r, &p);
            }
        } else {
            break;
        }
    }
    if (!p.size && p.type)
        p.size = p.type->size;
    return p;
}

static PlaceText place_of(Reader *r, const char *name, size_t len)
{
    Reader sub = *r;
    sub.at = name;
    sub.end = name + len;
    PlaceText p = read_place(&sub);
    if (!sub.error && sub.at != sub.end)
        fail(&sub, "this is no place");
    if (sub.error && !r->error)
        r->error = sub.error, r->at = r->end;
    return p;
}

/* ---- objects --------------------------------------------------------------------------------- */
static const Type *parameter_named(const Reader *r, const char *name, size_t len, uint32_t *index)
{
    const Type *t = r->fn->type;
    if (len == 6 && memcmp(name, "result", 6) == 0) {
        *index = 0;
        return t->elem;
    }
    for (uint32_t i = 0; i < t->u.fn.count; i++) {
        Name n = t->u.fn.params[i].name;
        if (n && n->len == len && memcmp(n->text, name, len) == 0) {
            *index = i + 1;
            return t->u.fn.params[i].type;
        }
    }
    return NULL;
}

static const Symbol *header_function(const Reader *r, Name name)
{
    const Unit *u = r->c->unit;
    for (uint32_t i = 0; i < u->globals.len; i++)
        if (u->globals.data[i]->kind == SYM_FUNCTION && u->globals.data[i]->name == name)
            return u->globals.data[i];
    return NULL;
}

/* `extern variable 'errors'`, `static variable 'cache' of list.c:3:12`: one symbol for one text. */
static const Symbol *read_global(Reader *r)
{
    skip_space(r);
    const char *start = r->at;
    bool shared = accept(r, "extern");
    if (!shared)
        expect(r, "static");
    bool function = accept(r, "function");
    if (!function)
        expect(r, "variable");
    const char *text = read_quoted(r);
    Name name = names_intern(r->c->names, text, strlen(text));
    Span at = {LOC_NONE, LOC_NONE};
    if (accept(r, "of"))
        at = read_position(r);
    uint64_t key = hash_bytes(start, (size_t)(r->at - start), 11);
    Symbol *s = map_get_ptr(r->c->symbols, key);
    const Symbol *declared = function ? header_function(r, name) : NULL;
    if (s || declared || r->error)
        return declared ? declared : s;
    s = ARENA_NEW(r->c->arena, Symbol);
    s->kind = function ? SYM_FUNCTION : SYM_VAR;
    s->name = name;
    s->linkage = shared ? LINK_EXTERNAL : LINK_INTERNAL;
    s->is_global = true;
    s->loc = at.begin;
    map_put(r->c->symbol_units, MAP_KEY_PTR(s), (uintptr_t)r->m->unit);
    map_put(r->c->symbols, key, (uintptr_t)s);
    return s;
}

/* The words behind a label. */
static void read_object_kind(Reader *r, RegionInfo *i, uint32_t kind)
{
    i->kind = (uint8_t)kind;
    if (kind == REGION_GLOBAL)
        i->sym = read_global(r);
    if (i->sym)
        i->type = i->sym->type;
    read_fields(r, OWNER_RegionInfo, i);
    if (i->sym && !i->sym->type)
        ((Symbol *)(uintptr_t)i->sym)->type =
            i->type ? i->type : type_basic(r->c->unit->types, TYPE_VOID);
}

static void resolve_object(Reader *r, uint32_t id)
{
    Item *item = &r->objects.data[id - 1];
    if (item->done || r->error)
        return;
    if (item->busy) {
        fail(r,
             arena_printf(r->arena, "`%.*s` is called after itself", (int)item->len, item->name));
        return;
    }
    item->busy = true;
    const char *at = r->at, *end = r->end;
    RegionInfo *i = &r->m->regions[id];
    uint32_t index;
    r->at = item->rest;
    r->end = r->text_end; /* what asks may see a name only */
    bool more = accept(r, ":");
    uint32_t kind = more ? read_word(r, case_region_words) : UINT32_MAX;
    if (kind != UINT32_MAX) {
        read_object_kind(r, i, kind);
    } else if (*item->name == '*') {
        PlaceText p = place_of(r, item->name + 1, item->len - 1);
        *i = (RegionInfo){.kind = REGION_ENTRY,
                          .parent = p.region,
                          .off = p.off,
                          .off_sym = p.off_sym,
                          .type = p.type && p.type->kind == TYPE_POINTER ? p.type->elem : NULL};
        read_fields(r, OWNER_RegionInfo, i);
    } else if ((i->type = parameter_named(r, item->name, item->len, &index))) {
        i->kind = REGION_LOCAL;
        i->index = index;
        i->size = value_int((int64_t)i->type->size);
        read_fields(r, OWNER_RegionInfo, i);
    } else {
        fail(r, arena_printf(r->arena, "`%.*s` is no parameter", (int)item->len, item->name));
    }
    r->end = end;
    r->at = r->error ? end : at;
    item->done = true;
}

/* ---- values ---------------------------------------------------------------------------------- */
static void read_operator(Reader *r, SymInfo *i)
{
    i->kind = SYMBOL_BINARY;
    i->a = read_value(r);
    i->op = read_binary(r);
    i->b = read_value(r);
}

static void resolve_value(Reader *r, uint32_t id)
{
    Item *item = &r->values.data[id - 1];
    SymInfo *i = &r->m->syms[id];
    r->at = item->rest;
    if (r->error)
        return;
    if (accept(r, "=")) {
        read_operator(r, i);
    } else {
        bool more = accept(r, ":");
        uint32_t kind = more ? read_word(r, case_sym_words) : UINT32_MAX;
        if (kind == UINT32_MAX) {
            PlaceText p = place_of(r, item->name, item->len);
            *i = (SymInfo){.kind = SYMBOL_ENTRY,
                           .region = p.region,
                           .off = p.off,
                           .off_sym = p.off_sym,
                           .type = p.type};
        } else {
            i->kind = (uint8_t)kind;
        }
        if (kind == SYMBOL_UNARY) {
            uint32_t op = 0;
            size_t n = word_length(r);
            while (op < MIR_UNARY_COUNT &&
                   !(mir_unary_words[op] && strlen(mir_unary_words[op]) == n &&
                     memcmp(mir_unary_words[op], r->at, n) == 0))
                op++;
            if (op == MIR_UNARY_COUNT)
                fail(r, "an operator is missing");
            else
                r->at += n;
            i->op = (uint8_t)op;
        }
    }
    read_fields(r, OWNER_SymInfo, i);
    if (!r->error && !i->type)
        fail(r,
             arena_printf(r->arena, "the type of `%.*s` is missing", (int)item->len, item->name));
}

/* ---- cases ----------------------------------------------------------------------------------- */
typedef struct StateLists {
    VEC(Cell) cells;
    VEC(RegionState) regions;
    VEC(Fact) facts;
    VEC(Diff) diffs;
    VEC(Need) needs;
} StateLists;

static void read_fact(Reader *r, uint32_t sym, StateLists *l)
{
    Interval all = interval_of_type(r->m->syms[sym].type);
    Fact f = {.sym = sym, .lo = all.lo, .hi = all.hi};
    if (accept(r, "==")) {
        f.lo = f.hi = read_integer(r);
    } else if (accept(r, "!=")) {
        i128 n = read_integer(r);
        if (n < 0 || n > 63)
            fail(r, "`!=` is for numbers from 0 to 63, `not` for others");
        else
            f.holes = UINT64_C(1) << n;
    } else if (accept(r, ">=")) {
        f.lo = read_integer(r);
    } else if (accept(r, "<=")) {
        f.hi = read_integer(r);
    } else {
        expect(r, "in");
        if (!accept(r, "all")) {
            expect(r, "[");
            f.lo = read_integer(r);
            expect(r, ",");
            f.hi = read_integer(r);
            expect(r, "]");
        }
    }
    read_fields(r, OWNER_Fact, &f);
    VEC_PUSH(r->arena, &l->facts, f);
}

static void read_cell(Reader *r, const char *name, size_t len, StateLists *l)
{
    PlaceText p = place_of(r, name, len);
    Cell c = {.region = p.region, .off = p.off, .off_sym = p.off_sym, .size = p.size};
    if (!r->error && !p.size)
        fail(r, arena_printf(r->arena, "the size of `%.*s` is not known", (int)len, name));
    c.value = read_value(r);
    read_fields(r, OWNER_Cell, &c);
    VEC_PUSH(r->arena, &l->cells, c);
}

static void read_diff(Reader *r, uint32_t a, StateLists *l)
{
    const char *name;
    size_t len;
    Diff d = {.a = a};
    if (scan_thing(r, &name, &len))
        d.b = value_named(r, name, len);
    expect(r, "<=");
    d.most = read_integer(r);
    read_fields(r, OWNER_Diff, &d);
    VEC_PUSH(r->arena, &l->diffs, d);
}

/* `needs extent of *p, ...`; false: it is something of that name. */
static bool read_need(Reader *r, StateLists *l)
{
    const char *before = r->at;
    uint32_t kind = accept(r, "needs") ? read_word(r, case_need_words) : UINT32_MAX;
    if (kind == UINT32_MAX) {
        r->at = before;
        return false;
    }
    Need n = {.kind = (uint8_t)kind};
    read_fields(r, OWNER_Need, &n);
    VEC_PUSH(r->arena, &l->needs, n);
    return true;
}

static void read_state_item(Reader *r, StateLists *l)
{
    const char *name;
    size_t len;
    if (read_need(r, l) || !scan_thing(r, &name, &len))
        return;
    if (accept(r, ":")) {
        RegionState rs = {.region = object_named(r, name, len)};
        read_fields(r, OWNER_RegionState, &rs);
        VEC_PUSH(r->arena, &l->regions, rs);
    } else if (sees(r, "==") || !accept(r, "=")) {
        uint32_t sym = value_named(r, name, len);
        if (!r->error && accept(r, "-"))
            read_diff(r, sym, l);
        else if (!r->error)
            read_fact(r, sym, l);
    } else {
        read_cell(r, name, len, l);
    }
}

static bool cell_before(const Cell *a, const Cell *b)
{
    if (a->region != b->region)
        return a->region < b->region;
    return a->off_sym != b->off_sym ? a->off_sym < b->off_sym : a->off < b->off;
}
static bool region_before(const RegionState *a, const RegionState *b)
{
    return a->region < b->region;
}
static bool fact_before(const Fact *a, const Fact *b)
{
    return a->sym < b->sym;
}

static bool diff_before(const Diff *a, const Diff *b)
{
    return a->a != b->a ? a->a < b->a : a->b < b->b;
}

static void read_case(Reader *r)
{
    State *s = ARENA_NEW(r->arena, State);
    Case c = {.state = s};
    StateLists l = {0};
    read_fields(r, OWNER_Case, &c);
    expect(r, ";");
    if (sees(r, "path ") && !sees(r, "path in ")) {
        const char *before = r->at;
        (void)accept(r, "path");
        if (word_length(r))
            read_fields(r, OWNER_State, s), expect(r, ";");
        else
            r->at = before; /* a parameter of that name */
    }
    while (!r->error && !sees(r, "}")) {
        read_state_item(r, &l);
        expect(r, ";");
    }
    expect(r, "}");
    if (r->m->returns_void && c.result.kind == VAL_UNKNOWN)
        c.outcome |= OUTCOME_UNKNOWN;
    SORT_BY(Cell, l.cells.data, l.cells.len, cell_before);
    SORT_BY(RegionState, l.regions.data, l.regions.len, region_before);
    SORT_BY(Fact, l.facts.data, l.facts.len, fact_before);
    SORT_BY(Diff, l.diffs.data, l.diffs.len, diff_before);
    s->cells = l.cells.data;
    s->cell_count = s->cell_cap = l.cells.len;
    s->regions = l.regions.data;
    s->region_count = s->region_cap = l.regions.len;
    s->facts = l.facts.data;
    s->fact_count = s->fact_cap = l.facts.len;
    s->diffs = l.diffs.data;
    s->diff_count = s->diff_cap = l.diffs.len;
    s->needs = l.needs.data;
    s->need_count = s->need_cap = l.needs.len;
    VEC_PUSH(r->arena, &r->m->cases, c);
}

/* ---- lists ----------------------------------------------------------------------------------- */
static void skip_item(Reader *r)
{
    while (r->at < r->end && *r->at != ';')
        if (*r->at == '\'')
            (void)read_quoted(r);
        else
            r->at++;
}

static void list_names(Reader *r, ItemList *list, Map *names)
{
    expect(r, "{");
    while (!r->error && !sees(r, "}")) {
        Item item = {0};
        if (!scan_thing(r, &item.name, &item.len))
            return;
        item.rest = r->at;
        VEC_PUSH(r->arena, list, item);
        if (names && find_name(names, item.name, item.len))
            fail(r, arena_printf(r->arena, "`%.*s` is there twice", (int)item.len, item.name));
        if (names)
            map_put(names, hash_bytes(item.name, item.len, 7), list->len);
        skip_item(r);
        expect(r, ";");
    }
    expect(r, "}");
}

static void read_lists(Reader *r)
{
    Summary *m = r->m;
    if (accept(r, "objects"))
        list_names(r, &r->objects, &r->object_names);
    if (accept(r, "values"))
        list_names(r, &r->values, &r->value_names);
    if (accept(r, "events"))
        list_names(r, &r->events, NULL);
    m->region_count = r->objects.len + 1;
    m->regions = ARENA_ARRAY(r->arena, RegionInfo, m->region_count);
    m->sym_count = r->values.len + 1;
    m->syms = ARENA_ARRAY(r->arena, SymInfo, m->sym_count);
    m->event_count = r->events.len + 1;
    m->events = ARENA_ARRAY(r->arena, Event, m->event_count);
    const char *after = r->at;
    for (uint32_t i = 1; i < m->region_count; i++)
        resolve_object(r, i);
    for (uint32_t i = 1; i < m->sym_count; i++)
        resolve_value(r, i);
    for (uint32_t i = 1; i < m->event_count && !r->error; i++) {
        r->at = r->events.data[i - 1].rest;
        expect(r, ":");
        uint32_t kind = read_word(r, case_event_words);
        if (kind == UINT32_MAX)
            fail(r, "this is no event");
        m->events[i].kind = (uint8_t)kind;
        read_fields(r, OWNER_Event, &m->events[i]);
    }
    if (!r->error)
        r->at = after;
}

FunctionResult *cases_read(const CaseReader *c, const Symbol *fn, const char *text, size_t len,
                           const char **error)
{
    FunctionResult *result = ARENA_NEW(c->arena, FunctionResult);
    Reader r = {.c = c, .arena = c->arena, .fn = fn, .at = text};
    r.end = r.text_end = text + len;
    map_init(&r.object_names, c->arena);
    map_init(&r.value_names, c->arena);
    result->done = true;
    r.m = ARENA_NEW(c->arena, Summary);
    r.m->param_count = fn->type->u.fn.count;
    r.m->returns_void = type_is_void(fn->type->elem);
    r.m->unit = case_places_unit(c->places);
    if (accept(&r, "unknown")) {
        r.m = NULL;
    } else {
        while (!r.error && !sees(&r, "objects") && !sees(&r, "values") && !sees(&r, "events") &&
               !sees(&r, "case") && r.at < r.end) {
            size_t n = word_length(&r);
            const CaseField *f = field_named(OWNER_FunctionResult, r.at, n);
            if (!f)
                fail(&r, "this is not understood");
            else
                r.at += n, read_member(&r, f, (char *)result + f->offset);
            (void)accept(&r, ",");
        }
        if (result->gave_up)
            r.m = NULL;
        else
            read_lists(&r);
        while (r.m && !r.error && accept(&r, "case")) {
            expect(&r, "{");
            read_case(&r);
        }
    }
    skip_space(&r);
    if (!r.error && r.at < r.end)
        fail(&r, "this is not understood");
    result->summary = r.m;
    *error = r.error;
    return r.error ? NULL : result;
}
