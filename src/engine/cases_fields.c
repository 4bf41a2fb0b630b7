/* engine/cases_fields.c - the text of cases: words, types, values, and the members of records.
 *
 * In: text. Out: members of the engine's structs, as the table cases.def has them. A word that the
 * table does not have for this struct is an error.
 *
 *     freed, nonnull, by e1, at s.c:3:31      RegionState: life, null, event, need */
#include "engine/cases_reader.h"
#include "mir/text_internal.h"

void reader_fail(Reader *r, const char *what)
{
    if (r->error)
        return;
    size_t n = (size_t)(r->end - r->at);
    r->error = arena_printf(r->arena, "%s at `%.*s`", what, (int)(n > 40 ? 40 : n), r->at);
    r->at = r->end;
}

/* ---- words ----------------------------------------------------------------------------------- */
void reader_skip_space(Reader *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t'))
        r->at++;
}

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (unsigned char)c >= 0x80;
}

bool reader_sees(Reader *r, const char *text)
{
    size_t n = strlen(text);
    reader_skip_space(r);
    return (size_t)(r->end - r->at) >= n && memcmp(r->at, text, n) == 0 &&
           !(is_word_char(text[n - 1]) && r->at + n < r->end && is_word_char(r->at[n]));
}

bool reader_accept(Reader *r, const char *text)
{
    if (!reader_sees(r, text))
        return false;
    r->at += strlen(text);
    return true;
}

void reader_expect(Reader *r, const char *text)
{
    if (!r->error && !reader_accept(r, text))
        reader_fail(r, arena_printf(r->arena, "`%s` is missing", text));
}

size_t reader_word_length(Reader *r)
{
    reader_skip_space(r);
    size_t n = 0;
    while (r->at + n < r->end && is_word_char(r->at[n]))
        n++;
    return n;
}

i128 reader_integer(Reader *r)
{
    bool negative = reader_accept(r, "-");
    reader_skip_space(r);
    u128 v = 0;
    if (r->at >= r->end || *r->at < '0' || *r->at > '9')
        reader_fail(r, "a number is missing");
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        v = v * 10 + (u128)(*r->at++ - '0');
    return (i128)(negative ? -v : v);
}

const char *reader_quoted(Reader *r)
{
    Text t;
    text_init(&t, r->arena);
    text_add(&t, "");
    reader_expect(r, "'");
    while (r->at < r->end && *r->at != '\'') {
        if (*r->at == '\\' && r->at + 1 < r->end)
            r->at++;
        text_add_char(&t, *r->at++);
    }
    reader_expect(r, "'");
    return t.data ? t.data : "";
}

/* The words of a table; the index of the one that stands here, UINT32_MAX: none. */
uint32_t reader_word(Reader *r, const char *const *words)
{
    size_t n = reader_word_length(r);
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
        reader_fail(r, "a bracket is not closed");
}

/* `(*p)->next[3].x`: how far it goes. */
bool reader_scan_thing(Reader *r, const char **name, size_t *len)
{
    reader_skip_space(r);
    const char *start = r->at;
    while (r->at < r->end && *r->at == '*')
        r->at++;
    if (r->at < r->end && *r->at == '(')
        skip_balanced(r, '(', ')');
    else if (r->at < r->end && is_word_char(*r->at) && !(*r->at >= '0' && *r->at <= '9'))
        r->at += reader_word_length(r);
    else
        reader_fail(r, "a name is missing");
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
        r->at += reader_word_length(r);
    }
    *name = start;
    *len = (size_t)(r->at - start);
    return !r->error;
}

uint32_t reader_find_name(const Map *m, const char *name, size_t len)
{
    uintptr_t id = 0;
    map_get(m, hash_bytes(name, len, 7), &id);
    return (uint32_t)id;
}

uint32_t reader_object_named(Reader *r, const char *name, size_t len)
{
    uint32_t id = reader_find_name(&r->object_names, name, len);
    if (!id)
        reader_fail(r, arena_printf(r->arena, "there is no object `%.*s`", (int)len, name));
    return id;
}

uint32_t reader_value_named(Reader *r, const char *name, size_t len)
{
    uint32_t id = reader_find_name(&r->value_names, name, len);
    if (!id)
        reader_fail(r, arena_printf(r->arena, "there is no value `%.*s`", (int)len, name));
    return id;
}

/* ---- types ----------------------------------------------------------------------------------- */
static const Type *read_tag(Reader *r, bool is_union)
{
    size_t n = reader_word_length(r);
    const Type *t =
        n ? map_get_ptr(r->c->tags, MAP_KEY_PTR(names_intern(r->c->names, r->at, n))) : NULL;
    if (!t || (t->kind == TYPE_UNION) != is_union) {
        reader_fail(r, "no such struct or union");
        return type_basic(r->c->unit->types, TYPE_VOID);
    }
    r->at += n;
    return t;
}

static const Type *read_bitint(Reader *r, bool is_unsigned)
{
    reader_expect(r, "(");
    uint32_t width = (uint32_t)reader_integer(r);
    reader_expect(r, ")");
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
        if (*spelled && strlen(spelled) > longest && reader_sees(r, spelled))
            best = t, longest = strlen(spelled);
    }
    if (!best)
        reader_fail(r, "a type is missing");
    r->at += longest;
    return best ? best : type_basic(r->c->unit->types, TYPE_VOID);
}

static const Type *read_type(Reader *r)
{
    Types *types = r->c->unit->types;
    uint32_t quals = 0;
    for (;;) {
        if (reader_accept(r, "const"))
            quals |= QUAL_CONST;
        else if (reader_accept(r, "volatile"))
            quals |= QUAL_VOLATILE;
        else
            break;
    }
    const Type *t;
    if (reader_accept(r, "*")) {
        t = type_pointer(types, read_type(r));
    } else if (reader_accept(r, "[")) {
        bool known = !reader_sees(r, "]");
        uint64_t n = known ? (uint64_t)reader_integer(r) : 0;
        reader_expect(r, "]");
        const Type *elem = read_type(r);
        t = known ? type_array(types, elem, n) : type_array_unknown(types, elem);
    } else if (reader_accept(r, "struct")) {
        t = read_tag(r, false);
    } else if (reader_accept(r, "union")) {
        t = read_tag(r, true);
    } else if (reader_accept(r, "function")) {
        t = type_function(types, type_basic(types, TYPE_VOID), NULL, 0, false, false, NULL);
    } else if (reader_accept(r, "unsigned _BitInt")) {
        t = read_bitint(r, true);
    } else if (reader_accept(r, "_BitInt")) {
        t = read_bitint(r, false);
    } else {
        size_t n = reader_word_length(r);
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
int64_t reader_addend(Reader *r)
{
    bool minus = r->at < r->end && *r->at == '-';
    if (r->end - r->at < 2 || (*r->at != '+' && !minus) || r->at[1] < '0' || r->at[1] > '9')
        return 0;
    r->at++;
    int64_t n = (int64_t)(uint64_t)reader_integer(r);
    return minus ? -n : n;
}

static uint32_t read_event(Reader *r)
{
    reader_skip_space(r);
    if (r->at < r->end && *r->at == 'e')
        r->at++;
    i128 n = reader_integer(r);
    if (n < 1 || n > r->events.len)
        reader_fail(r, "there is no such event");
    return r->error ? 0 : (uint32_t)n;
}

Value reader_value(Reader *r)
{
    const char *name;
    size_t len;
    Value v = value_unknown();
    reader_skip_space(r);
    if (reader_accept(r, "?"))
        return v;
    if (reader_accept(r, "uninit"))
        return (Value){VAL_UNINIT, 0, 0, 0};
    if (r->at < r->end && (*r->at == '-' || (*r->at >= '0' && *r->at <= '9'))) {
        v = value_int((int64_t)(uint64_t)reader_integer(r));
        if (r->at < r->end && *r->at == '@') {
            r->at++;
            v.id = read_event(r);
        }
        return v;
    }
    bool address = reader_accept(r, "&");
    if (!reader_scan_thing(r, &name, &len))
        return v;
    uint32_t sym = address ? 0 : reader_find_name(&r->value_names, name, len);
    if (sym) {
        v = value_sym(sym, 0);
    } else if (address) {
        v = value_ptr(reader_object_named(r, name, len), 0);
    } else {
        const char *to = arena_printf(r->arena, "*%.*s", (int)len, name);
        v = value_ptr(reader_find_name(&r->object_names, to, len + 1), 0);
        if (!v.id)
            reader_fail(r, arena_printf(r->arena, "there is no value `%.*s`", (int)len, name));
    }
    v.num = reader_addend(r);
    if (v.kind == VAL_PTR && r->end - r->at > 2 && r->at[0] == '+' && r->at[1] == '[') {
        r->at += 2;
        if (reader_scan_thing(r, &name, &len))
            v.off_sym = reader_value_named(r, name, len);
        reader_expect(r, "]");
    }
    return v;
}

/* ---- fields ---------------------------------------------------------------------------------- */
const char *reader_path(Reader *r)
{
    reader_skip_space(r);
    const char *start = r->at;
    if (r->at < r->end && *r->at == '\'')
        return reader_quoted(r);
    while (r->at < r->end && *r->at != ':' && *r->at != ' ' && *r->at != ',')
        r->at++;
    return arena_strndup(r->arena, start, (size_t)(r->at - start));
}

const char *reader_place_text(Reader *r)
{
    const char *text = reader_quoted(r), *open = strstr(text, "(:");
    return open && r->file
               ? arena_printf(r->arena, "%.*s%s%s", (int)(open + 1 - text), text, r->file, open + 1)
               : text;
}

Span reader_position(Reader *r)
{
    reader_skip_space(r);
    const char *path = reader_sees(r, ":") ? r->file : reader_path(r);
    if (!path)
        reader_fail(r, "a file is missing");
    reader_expect(r, ":");
    uint32_t line = (uint32_t)reader_integer(r);
    reader_expect(r, ":");
    uint32_t column = (uint32_t)reader_integer(r);
    if (column > 1 << 20)
        reader_fail(r, "no such column");
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
        uint32_t n = reader_word(r, words);
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
    reader_expect(r, "{");
    do {
        i128 n = reader_integer(r);
        if (n < 0 || n > 63)
            reader_fail(r, "a number from 0 to 63 is missing");
        else
            bits |= UINT64_C(1) << n;
    } while (!r->error && reader_accept(r, ","));
    reader_expect(r, "}");
    return bits;
}

uint8_t reader_operator(Reader *r)
{
    reader_skip_space(r);
    size_t n = 0;
    while (r->at + n < r->end && r->at[n] != ' ' && r->at[n] != ',')
        n++;
    for (uint32_t op = 0; op < MIR_BINARY_COUNT; op++)
        if (mir_binary_words[op] && strlen(mir_binary_words[op]) == n &&
            memcmp(mir_binary_words[op], r->at, n) == 0) {
            r->at += n;
            return (uint8_t)op;
        }
    reader_fail(r, "an operator is missing");
    return 0;
}

void reader_member(Reader *r, const CaseField *f, char *at)
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
    case FIELD_WHEN: put_number(at, f->size, (uint64_t)reader_integer(r)); return;
    case FIELD_NUMBERS: put_number(at, f->size, read_numbers(r)); return;
    case FIELD_BIG:
        big = reader_integer(r);
        memcpy(at, &big, sizeof big);
        return;
    case FIELD_TEXT: ptr = reader_place_text(r); break;
    case FIELD_NAME:
        name = reader_quoted(r);
        ptr = names_intern(r->c->names, name, strlen(name));
        break;
    case FIELD_TYPE: ptr = read_type(r); break;
    case FIELD_PLACE:
        s = reader_position(r);
        memcpy(at, &s, sizeof s);
        return;
    case FIELD_VALUE:
        v = reader_value(r);
        memcpy(at, &v, sizeof v);
        return;
    case FIELD_OBJECT:
        if (reader_scan_thing(r, &name, &len))
            put_number(at, f->size, reader_object_named(r, name, len));
        return;
    case FIELD_SYM:
        if (reader_scan_thing(r, &name, &len))
            put_number(at, f->size, reader_value_named(r, name, len));
        return;
    case FIELD_EVENT: put_number(at, f->size, read_event(r)); return;
    case FIELD_OPERATOR: put_number(at, f->size, reader_operator(r)); return;
    case FIELD_ENDS:
    case FIELD_VAGUE:
    case FIELD_GUESSES:
        n = reader_word(r, case_words((FieldKind)f->kind));
        if (n == UINT32_MAX)
            reader_fail(r, "this is not understood");
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

const CaseField *reader_field_named(FieldOwner owner, const char *word, size_t len)
{
    for (uint32_t i = 0; i < case_field_count; i++)
        if (case_fields[i].owner == owner && len && strlen(case_fields[i].word) == len &&
            memcmp(case_fields[i].word, word, len) == 0)
            return &case_fields[i];
    return NULL;
}

/* Members with commas between them, up to a semicolon or a bracket. */
void reader_fields(Reader *r, FieldOwner owner, void *record)
{
    while (!r->error) {
        (void)reader_accept(r, ",");
        if (reader_sees(r, ";") || reader_sees(r, "}") || reader_sees(r, "{") || r->at >= r->end)
            return;
        size_t n = reader_word_length(r);
        const CaseField *f = reader_field_named(owner, r->at, n);
        if (f) {
            r->at += n;
            if (owner == OWNER_Fact && f->kind == FIELD_BIG)
                ((Fact *)record)->has_ne = true;
            reader_member(r, f, (char *)record + f->offset);
        } else if (!read_enumerator(r, owner, record)) {
            reader_fail(r, "this is not understood");
        }
    }
}
