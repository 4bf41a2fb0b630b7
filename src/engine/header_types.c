/* engine/header_types.c - the types that a contracts header needs to be read alone.
 *
 * In: types of several units, as prototypes and cases mention them. Out: forward declarations,
 * typedefs, and the definitions of those records whose members cases speak of:
 *
 *     struct buf;                                     mentioned
 *     typedef struct { int x; } point;                had no tag: gets its name
 *     struct buf { char *data; unsigned long len; };  a case says `b->len`
 *
 * Two units may have records of one tag that are not the same: where the members differ, the second
 * gets a number behind its name. Enumerations are written as the
 * integers that they are; names of other types survive where they name records. */
#include "engine/cases.h"
#include "sema/attr.h"
#include "sema/type_internal.h"

typedef struct HeaderRecord {
    const Record *record;
    const Unit *unit;
    const char *name;  /* in the header */
    bool wanted, done; /* its definition */
    struct HeaderRecord *next;
} HeaderRecord;

typedef struct HeaderAlias {
    const char *name;
    const Type *type;
    HeaderRecord *record;
} HeaderAlias;

struct HeaderTypes {
    Arena *arena;
    const Engine *engine;
    const Unit *unit;
    Map by_record; /* Record * -> HeaderRecord * */
    Map by_tag;    /* Name -> HeaderRecord *, chained by next */
    Map names;     /* hash of a name that is used -> 1 */
    Map by_alias;  /* Name -> HeaderAlias * */
    Map functions; /* Symbol * of static functions -> name in the header */
    Map function_names;
    VEC(const Symbol *) statics; /* mentioned, in that order */
    VEC(HeaderRecord *) records;
    VEC(HeaderAlias *) aliases;
};

HeaderTypes *header_types_new(Arena *arena, const Engine *e)
{
    HeaderTypes *h = ARENA_NEW(arena, HeaderTypes);
    h->arena = arena;
    h->engine = e;
    map_init(&h->by_record, arena);
    map_init(&h->by_tag, arena);
    map_init(&h->names, arena);
    map_init(&h->by_alias, arena);
    map_init(&h->functions, arena);
    map_init(&h->function_names, arena);
    return h;
}

void header_types_unit(HeaderTypes *h, const Unit *unit)
{
    h->unit = unit;
}

/* ---- records --------------------------------------------------------------------------------- */
static const char *free_name(HeaderTypes *h, Map *names, const char *wanted)
{
    const char *name = wanted;
    uintptr_t yes;
    for (uint32_t i = 2; map_get(names, hash_bytes(name, strlen(name), 1), &yes); i++)
        name = arena_printf(h->arena, "%s_%u", wanted, i);
    map_put(names, hash_bytes(name, strlen(name), 1), 1);
    return name;
}

/* Members of the same names at the same places: one definition, which two units have seen. */
static bool same_shape(const Record *a, const Record *b)
{
    if (!a->complete || !b->complete)
        return a->is_union == b->is_union;
    if (a->is_union != b->is_union || a->size != b->size || a->align != b->align ||
        a->field_count != b->field_count)
        return false;
    for (uint32_t i = 0; i < a->field_count; i++) {
        const Field *x = &a->fields[i], *y = &b->fields[i];
        if (x->name != y->name || x->offset != y->offset || x->type->kind != y->type->kind ||
            x->type->size != y->type->size)
            return false;
    }
    return true;
}

static HeaderRecord *record_of(HeaderTypes *h, const Record *r)
{
    HeaderRecord *x = map_get_ptr(&h->by_record, MAP_KEY_PTR(r));
    if (x)
        return x;
    Name tag = r->tag ? r->tag : r->typedef_name;
    HeaderRecord *first = tag ? map_get_ptr(&h->by_tag, MAP_KEY_PTR(tag)) : NULL;
    x = first;
    while (x && !same_shape(x->record, r))
        x = x->next;
    if (!x) {
        x = ARENA_NEW(h->arena, HeaderRecord);
        *x = (HeaderRecord){.record = r, .unit = h->unit, .next = first};
        x->name = free_name(h, &h->names, tag ? tag->text : "anonymous");
        if (tag)
            map_put(&h->by_tag, MAP_KEY_PTR(tag), (uintptr_t)x);
        VEC_PUSH(h->arena, &h->records, x);
    }
    if (r->complete && !x->record->complete)
        x->record = r, x->unit = h->unit;
    map_put(&h->by_record, MAP_KEY_PTR(r), (uintptr_t)x);
    return x;
}

/* The typedef name that a record goes by; NULL: none that we keep. */
static HeaderAlias *alias_of(HeaderTypes *h, const Type *t)
{
    if (!t->alias || !type_is_record(t) || strncmp(t->alias->text, "__builtin_", 10) == 0)
        return NULL;
    HeaderAlias *a = map_get_ptr(&h->by_alias, MAP_KEY_PTR(t->alias));
    HeaderRecord *r = record_of(h, t->u.record);
    if (a)
        return a->record == r ? a : NULL;
    a = ARENA_NEW(h->arena, HeaderAlias);
    *a = (HeaderAlias){.name = t->alias->text, .type = t, .record = r};
    map_put(&h->by_alias, MAP_KEY_PTR(t->alias), (uintptr_t)a);
    VEC_PUSH(h->arena, &h->aliases, a);
    return a;
}

const char *header_function_name(HeaderTypes *h, const Symbol *fn)
{
    const char *name = map_get_ptr(&h->functions, MAP_KEY_PTR(fn));
    if (fn->linkage == LINK_EXTERNAL || name)
        return name ? name : NAME_TEXT(fn->name);
    name = free_name(h, &h->function_names, NAME_TEXT(fn->name));
    map_put(&h->functions, MAP_KEY_PTR(fn), (uintptr_t)name);
    VEC_PUSH(h->arena, &h->statics, fn);
    return name;
}

const Symbol *header_next_static(const HeaderTypes *h, uint32_t *at)
{
    return *at < h->statics.len ? h->statics.data[(*at)++] : NULL;
}

const Unit *header_unit_of(const HeaderTypes *h, const Symbol *sym)
{
    const Unit *u = map_get_ptr(&h->engine->symbol_units, MAP_KEY_PTR(sym));
    return u ? u : h->unit;
}

void header_use_name(HeaderTypes *h, const char *name)
{
    map_put(&h->function_names, hash_bytes(name, strlen(name), 1), 1);
}

/* ---- C declarators --------------------------------------------------------------------------- */
static const Type *plain_integer(const HeaderTypes *h, const Type *t)
{
    if (t->kind != TYPE_ENUM)
        return t;
    const Type *u = t->u.enum_info->underlying;
    return u ? u : type_basic(h->unit->types, TYPE_UINT);
}

static void add_quals(Text *out, uint32_t quals)
{
    static const char *const words[] = {"const", "volatile", "restrict", "_Atomic"};
    for (uint32_t i = 0; i < COUNT_OF(words); i++)
        if (quals >> i & 1)
            text_addf(out, "%s ", words[i]);
}

static void add_base(HeaderTypes *h, Text *out, const Type *t)
{
    add_quals(out, t->quals & (QUAL_CONST | QUAL_VOLATILE | QUAL_ATOMIC));
    const HeaderAlias *a = alias_of(h, t);
    if (a) {
        text_add(out, a->name);
    } else if (type_is_record(t)) {
        text_addf(out, "%s %s", t->kind == TYPE_UNION ? "union" : "struct",
                  record_of(h, t->u.record)->name);
    } else if (t->kind == TYPE_ENUM) {
        add_base(h, out, plain_integer(h, t));
    } else if (t->kind == TYPE_VECTOR) {
        text_addf(out, "__attribute__((vector_size(%llu))) ", (unsigned long long)t->size);
        add_base(h, out, t->elem);
    } else if (t->kind == TYPE_NULLPTR) {
        text_add(out, "void *");
    } else if (t->kind != TYPE_ERROR) {
        type_print(out, t->canon, NULL);
    } else {
        text_add(out, "int");
    }
}

static bool is_derived(const Type *t)
{
    return t->kind == TYPE_POINTER || t->kind == TYPE_ARRAY || t->kind == TYPE_FUNCTION;
}

static bool in_parens(const Type *pointee)
{
    return pointee->kind == TYPE_ARRAY || pointee->kind == TYPE_FUNCTION;
}

static void gap(Text *out)
{
    char last = out->len ? out->data[out->len - 1] : ' ';
    if (last != '*' && last != '(' && last != ' ')
        text_add_char(out, ' ');
}

static void add_note(Text *out, const char *note)
{
    if (!note || !*note)
        return;
    char last = out->data[out->len - 1];
    if (last != '*' && last != ' ')
        text_add_char(out, ' ');
    text_add(out, note);
}

static void add_before(HeaderTypes *h, Text *out, const Type *t, const char *const *notes,
                       uint32_t depth)
{
    const char *note = notes && depth < 2 ? notes[depth] : NULL;
    if (!is_derived(t)) {
        add_base(h, out, t);
        add_note(out, note);
        return;
    }
    add_before(h, out, t->elem, t->kind == TYPE_POINTER ? notes : NULL, depth + 1);
    if (t->kind != TYPE_POINTER)
        return;
    gap(out);
    text_add(out, in_parens(t->elem) ? "(*" : "*");
    add_quals(out, t->quals & (QUAL_CONST | QUAL_VOLATILE | QUAL_RESTRICT | QUAL_ATOMIC));
    add_note(out, note);
}

static void add_after(HeaderTypes *h, Text *out, const Type *t)
{
    if (!is_derived(t))
        return;
    if (t->kind == TYPE_POINTER) {
        if (in_parens(t->elem))
            text_add_char(out, ')');
    } else if (t->kind == TYPE_ARRAY) {
        if (t->vla == 2)
            text_add(out, "[*]");
        else if (t->incomplete)
            text_add(out, "[]");
        else
            text_addf(out, "[%llu]", (unsigned long long)t->u.array.count);
    } else {
        text_add_char(out, '(');
        for (uint32_t i = 0; t->u.fn.has_proto && i < t->u.fn.count; i++) {
            text_add(out, i ? ", " : "");
            header_declare(h, out, t->u.fn.params[i].type, NULL, NULL);
        }
        if (t->u.fn.has_proto)
            text_add(out, t->u.fn.variadic ? t->u.fn.count ? ", ..." : "..."
                          : t->u.fn.count  ? ""
                                           : "void");
        text_add_char(out, ')');
    }
    add_after(h, out, t->elem);
}

void header_declare(HeaderTypes *h, Text *out, const Type *t, const char *name,
                    const char *const notes[2])
{
    add_before(h, out, t, notes, 0);
    if (name) {
        gap(out);
        text_add(out, name);
    }
    add_after(h, out, t);
}

/* ---- types in the text of cases -------------------------------------------------------------- */
static void want_definition(HeaderTypes *h, const Type *t)
{
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    if (!type_is_record(t))
        return;
    HeaderRecord *r = record_of(h, t->u.record);
    if (r->wanted || !t->u.record->complete)
        return;
    r->wanted = true;
    for (uint32_t i = 0; i < t->u.record->field_count; i++)
        want_definition(h, t->u.record->fields[i].type);
}

static void add_type_text(HeaderTypes *h, Text *out, const Type *t)
{
    add_quals(out, t->quals & (QUAL_CONST | QUAL_VOLATILE));
    if (t->kind == TYPE_POINTER) {
        text_add_char(out, '*');
        add_type_text(h, out, t->elem);
    } else if (t->kind == TYPE_ARRAY) {
        if (t->incomplete || t->vla)
            text_add(out, "[]");
        else
            text_addf(out, "[%llu]", (unsigned long long)t->u.array.count);
        add_type_text(h, out, t->elem);
    } else if (t->kind == TYPE_FUNCTION) {
        text_add(out, "function");
    } else if (type_is_record(t)) {
        const HeaderAlias *a = alias_of(h, t);
        if (a)
            text_addf(out, "%s=", a->name);
        text_addf(out, "%s %s", t->kind == TYPE_UNION ? "union" : "struct",
                  record_of(h, t->u.record)->name);
    } else if (t->kind == TYPE_ENUM) {
        add_type_text(h, out, plain_integer(h, t));
    } else if (t->kind == TYPE_BITINT || (t->kind >= TYPE_VOID && t->kind <= TYPE_UINT128) ||
               t->kind == TYPE_FLOAT || t->kind == TYPE_DOUBLE || t->kind == TYPE_LDOUBLE) {
        type_print(out, t->canon, NULL);
    } else {
        text_addf(out, "[%llu]unsigned char", (unsigned long long)t->size);
    }
}

void header_type_text(HeaderTypes *h, Text *out, const Type *t)
{
    want_definition(h, t);
    add_type_text(h, out, t);
}

bool header_types_agree(HeaderTypes *h, const Type *a, const Type *b)
{
    Text x, y;
    text_init(&x, h->arena);
    text_init(&y, h->arena);
    header_type_text(h, &x, a);
    header_type_text(h, &y, b);
    return x.len == y.len && memcmp(x.data, y.data, x.len) == 0;
}

/* ---- definitions ----------------------------------------------------------------------------- */
static void define(HeaderTypes *h, Text *out, HeaderRecord *r);

static void define_inner(HeaderTypes *h, Text *out, const Record *r)
{
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Type *t = r->fields[i].type;
        while (t->kind == TYPE_ARRAY)
            t = t->elem;
        if (type_is_record(t) && !r->fields[i].name)
            define_inner(h, out, t->u.record);
        else if (type_is_record(t) && t->u.record->complete)
            define(h, out, record_of(h, t->u.record));
    }
}

/* Fields where the ABI would put them need no word; others are packed, with the gaps
 * written out. */
static bool is_natural(const Record *r)
{
    uint64_t end = 0, most = 1;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        uint64_t align = f->type->align ? f->type->align : 1;
        if (f->is_bit_field)
            return false;
        uint64_t at = r->is_union ? 0 : (end + align - 1) / align * align;
        if (f->offset != at)
            return false;
        end = f->offset + f->type->size;
        most = align > most ? align : most;
    }
    return !r->packed && r->align == most;
}

static void add_body(HeaderTypes *h, Text *out, const Record *r, uint32_t depth);

static void add_field(HeaderTypes *h, Text *out, const Field *f, uint32_t depth)
{
    text_fill(out, ' ', 4 * (size_t)depth);
    if (!f->name && type_is_record(f->type)) {
        text_add(out, f->type->kind == TYPE_UNION ? "union " : "struct ");
        add_body(h, out, f->type->u.record, depth);
    } else {
        header_declare(h, out, f->type, NAME_TEXT(f->name), NULL);
    }
    text_add(out, ";\n");
}

static void add_gap(Text *out, uint32_t depth, uint32_t *gaps, uint64_t bytes)
{
    text_fill(out, ' ', 4 * (size_t)depth);
    text_addf(out, "unsigned char corten_gap_%u_%u[%llu];\n", depth, ++*gaps,
              (unsigned long long)bytes);
}

static void add_odd_fields(HeaderTypes *h, Text *out, const Record *r, uint32_t depth)
{
    uint64_t end = 0;
    uint32_t gaps = 0;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        if (f->is_bit_field || f->segment)
            continue;
        if (!r->is_union && f->offset > end)
            add_gap(out, depth, &gaps, f->offset - end);
        add_field(h, out, f, depth);
        end = f->offset + f->type->size;
    }
    if (r->is_union ? r->size : r->size > end)
        add_gap(out, depth, &gaps, r->is_union ? r->size : r->size - end);
}

static void add_body(HeaderTypes *h, Text *out, const Record *r, uint32_t depth)
{
    bool natural = is_natural(r);
    text_add(out, "{\n");
    for (uint32_t i = 0; natural && i < r->field_count; i++)
        add_field(h, out, &r->fields[i], depth + 1);
    if (!natural)
        add_odd_fields(h, out, r, depth + 1);
    text_fill(out, ' ', 4 * (size_t)depth);
    text_add_char(out, '}');
    if (!natural)
        text_addf(out, " __attribute__((packed, aligned(%u)))", r->align);
}

/* engine/refcount.c knows fields by name. */
static void add_counts(HeaderTypes *h, Text *out, const HeaderRecord *r)
{
    for (uint32_t i = 0; i < r->record->field_count; i++)
        if (engine_field_counts(h->engine, &r->record->fields[i]))
            text_addf(out, " __cases(%d, \"counts %s\")", CASES_VERSION,
                      r->record->fields[i].name->text);
}

static void define(HeaderTypes *h, Text *out, HeaderRecord *r)
{
    if (r->done || !r->record->complete)
        return;
    r->done = true;
    const Unit *before = h->unit;
    h->unit = r->unit;
    define_inner(h, out, r->record);
    text_addf(out, "%s %s ", r->record->is_union ? "union" : "struct", r->name);
    add_body(h, out, r->record, 0);
    add_counts(h, out, r);
    text_add(out, ";\n");
    h->unit = before;
}

void header_types_print(HeaderTypes *h, Text *out)
{
    Text body;
    text_init(&body, h->arena);
    for (uint32_t i = 0; i < h->records.len; i++) /* which may add more */
        if (h->records.data[i]->wanted)
            define(h, &body, h->records.data[i]);
    for (uint32_t i = 0; i < h->records.len; i++)
        text_addf(out, "%s %s;\n", h->records.data[i]->record->is_union ? "union" : "struct",
                  h->records.data[i]->name);
    for (uint32_t i = 0; i < h->aliases.len; i++) {
        const HeaderAlias *a = h->aliases.data[i];
        text_addf(out, "typedef %s %s %s;\n", a->record->record->is_union ? "union" : "struct",
                  a->record->name, a->name);
    }
    if (h->records.len)
        text_add_char(out, '\n');
    text_add_n(out, body.data ? body.data : "", body.len);
    if (body.len)
        text_add_char(out, '\n');
}
