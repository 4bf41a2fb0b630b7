/* engine/cases_read.c - the text of a contract's cases, read back into a summary.
 *
 * In: the text, and the prototype that it stands behind, whose parameters and types it speaks of.
 * Out: a summary that a call is applied by like one made of a body; or a message. The lists are
 * read twice: first for the names, whose order gives the numbers, then for what is said of them,
 * for an object may be called after one that comes later. Nothing is guessed: a word that the
 * tables do not have is an error, and so is a name that nothing was given. */
#include "engine/cases_reader.h"
#include "mir/text_internal.h"

typedef struct PlaceText {
    uint32_t region, off_sym;
    int64_t off;
    uint64_t size;    /* 0: not said */
    const Type *type; /* NULL: not known */
} PlaceText;

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
    size_t n = reader_word_length(r);
    p->type = place_member(p->type, names_intern(r->c->names, r->at, n), &p->off);
    if (!p->type)
        reader_fail(r, "no such member");
    else
        r->at += n;
    p->size = 0;
}

/* `[3]`, `[8:4]`, `[n+8:4]` */
static void read_index(Reader *r, PlaceText *p)
{
    const char *name;
    size_t len;
    reader_expect(r, "[");
    if (r->at < r->end && *r->at != '-' && !(*r->at >= '0' && *r->at <= '9')) {
        if (reader_scan_thing(r, &name, &len))
            p->off_sym = reader_value_named(r, name, len);
        p->off += reader_addend(r);
    } else {
        int64_t n = (int64_t)reader_integer(r);
        if (reader_sees(r, "]")) {
            if (!p->type || p->type->kind != TYPE_ARRAY)
                reader_fail(r, "this is no array");
            else
                p->type = p->type->elem, p->off += n * (int64_t)p->type->size;
            reader_expect(r, "]");
            return;
        }
        p->off += n;
    }
    reader_expect(r, ":");
    p->size = (uint64_t)reader_integer(r);
    p->type = NULL;
    reader_expect(r, "]");
}

/* `[3]` behind a pointer, or behind bytes that no member names, and not behind an array. */
static bool is_element(const Reader *r, const PlaceText *p)
{
    const char *c = r->at + 1;
    while (c < r->end && *c >= '0' && *c <= '9')
        c++;
    return c > r->at + 1 && c < r->end && *c == ']' && (!p->type || p->type->kind == TYPE_POINTER);
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
    return whole_object(r, reader_object_named(r, key, (size_t)(end - start) + 1));
}

static PlaceText read_place(Reader *r)
{
    const char *start = r->at, *name;
    size_t len;
    PlaceText p = {0};
    if (r->at < r->end && *r->at == '*') {
        if (reader_scan_thing(r, &name, &len))
            p = whole_object(r, reader_object_named(r, name, len));
        p.size = p.type ? p.type->size : 0;
        return p;
    }
    if (r->at < r->end && *r->at == '(') {
        r->at++;
        p = read_place(r);
        reader_expect(r, ")");
    } else {
        len = reader_word_length(r);
        p = whole_object(r, reader_object_named(r, r->at, len));
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
                p.off = (int64_t)reader_integer(r) * (int64_t)(p.type ? p.type->size : 0);
                reader_expect(r, "]");
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
        reader_fail(&sub, "this is no place");
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
    reader_skip_space(r);
    const char *start = r->at;
    bool shared = reader_accept(r, "extern");
    if (!shared)
        reader_expect(r, "static");
    bool function = reader_accept(r, "function");
    if (!function)
        reader_expect(r, "variable");
    const char *text = reader_quoted(r);
    Name name = names_intern(r->c->names, text, strlen(text));
    Span at = {LOC_NONE, LOC_NONE};
    if (reader_accept(r, "of"))
        at = reader_position(r);
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
    reader_fields(r, OWNER_RegionInfo, i);
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
        reader_fail(
            r, arena_printf(r->arena, "`%.*s` is called after itself", (int)item->len, item->name));
        return;
    }
    item->busy = true;
    const char *at = r->at, *end = r->end;
    RegionInfo *i = &r->m->regions[id];
    uint32_t index;
    r->at = item->rest;
    r->end = r->text_end; /* what asks may see a name only */
    bool more = reader_accept(r, ":");
    uint32_t kind = more ? reader_word(r, case_region_words) : UINT32_MAX;
    if (kind != UINT32_MAX) {
        read_object_kind(r, i, kind);
    } else if (*item->name == '*') {
        PlaceText p = place_of(r, item->name + 1, item->len - 1);
        *i = (RegionInfo){.kind = REGION_ENTRY,
                          .parent = p.region,
                          .off = p.off,
                          .off_sym = p.off_sym,
                          .type = p.type && p.type->kind == TYPE_POINTER ? p.type->elem : NULL};
        reader_fields(r, OWNER_RegionInfo, i);
    } else if ((i->type = parameter_named(r, item->name, item->len, &index))) {
        i->kind = REGION_LOCAL;
        i->index = index;
        i->size = value_int((int64_t)i->type->size);
        reader_fields(r, OWNER_RegionInfo, i);
    } else {
        reader_fail(r,
                    arena_printf(r->arena, "`%.*s` is no parameter", (int)item->len, item->name));
    }
    r->end = end;
    r->at = r->error ? end : at;
    item->done = true;
}

/* ---- values ---------------------------------------------------------------------------------- */
static void read_operator(Reader *r, SymInfo *i)
{
    i->kind = SYMBOL_BINARY;
    i->a = reader_value(r);
    i->op = reader_operator(r);
    i->b = reader_value(r);
}

static uint8_t read_operation(Reader *r, const char *const *words, uint32_t count)
{
    size_t n = reader_word_length(r);
    for (uint32_t op = 0; op < count; op++)
        if (words[op] && strlen(words[op]) == n && memcmp(words[op], r->at, n) == 0) {
            r->at += n;
            return (uint8_t)op;
        }
    reader_fail(r, "an operator is missing");
    return 0;
}

static void resolve_value(Reader *r, uint32_t id)
{
    Item *item = &r->values.data[id - 1];
    SymInfo *i = &r->m->syms[id];
    r->at = item->rest;
    if (r->error)
        return;
    if (reader_accept(r, "=")) {
        read_operator(r, i);
    } else {
        bool more = reader_accept(r, ":");
        uint32_t kind = more ? reader_word(r, case_sym_words) : UINT32_MAX;
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
        if (kind == SYMBOL_UNARY)
            i->op = read_operation(r, mir_unary_words, MIR_UNARY_COUNT);
        else if (kind == SYMBOL_CONVERT)
            i->op = read_operation(r, mir_convert_words, MIR_CONVERT_COUNT);
    }
    reader_fields(r, OWNER_SymInfo, i);
    if (!r->error && !i->type)
        reader_fail(
            r, arena_printf(r->arena, "the type of `%.*s` is missing", (int)item->len, item->name));
}

/* ---- cases ----------------------------------------------------------------------------------- */
typedef struct StateLists {
    VEC(Cell) cells;
    VEC(RegionState) regions;
    VEC(Fact) facts;
    VEC(Diff) diffs;
    VEC(Need) needs;
    VEC(Callback) callbacks;
} StateLists;

static void read_fact(Reader *r, uint32_t sym, StateLists *l)
{
    Interval all = interval_of_type(r->m->syms[sym].type);
    Fact f = {.sym = sym, .lo = all.lo, .hi = all.hi};
    if (reader_accept(r, "==")) {
        f.lo = f.hi = reader_integer(r);
    } else if (reader_accept(r, "!=")) {
        i128 n = reader_integer(r);
        if (n < 0 || n > 63)
            reader_fail(r, "`!=` is for numbers from 0 to 63, `not` for others");
        else
            f.holes = UINT64_C(1) << n;
    } else if (reader_accept(r, ">=")) {
        f.lo = reader_integer(r);
    } else if (reader_accept(r, "<=")) {
        f.hi = reader_integer(r);
    } else {
        reader_expect(r, "in");
        if (!reader_accept(r, "all")) {
            reader_expect(r, "[");
            f.lo = reader_integer(r);
            reader_expect(r, ",");
            f.hi = reader_integer(r);
            reader_expect(r, "]");
        }
    }
    reader_fields(r, OWNER_Fact, &f);
    VEC_PUSH(r->arena, &l->facts, f);
}

static void read_cell(Reader *r, const char *name, size_t len, StateLists *l)
{
    PlaceText p = place_of(r, name, len);
    Cell c = {.region = p.region, .off = p.off, .off_sym = p.off_sym, .size = p.size};
    if (!r->error && !p.size)
        reader_fail(r, arena_printf(r->arena, "the size of `%.*s` is not known", (int)len, name));
    c.value = reader_value(r);
    reader_fields(r, OWNER_Cell, &c);
    VEC_PUSH(r->arena, &l->cells, c);
}

static void read_diff(Reader *r, uint32_t a, StateLists *l)
{
    const char *name;
    size_t len;
    Diff d = {.a = a};
    if (reader_scan_thing(r, &name, &len))
        d.b = reader_value_named(r, name, len);
    reader_expect(r, "<=");
    d.most = reader_integer(r);
    reader_fields(r, OWNER_Diff, &d);
    VEC_PUSH(r->arena, &l->diffs, d);
}

/* `needs extent of *p, ...`; false: it is something of that name. */
static bool read_need(Reader *r, StateLists *l)
{
    const char *before = r->at;
    uint32_t kind = reader_accept(r, "needs") ? reader_word(r, case_need_words) : UINT32_MAX;
    if (kind == UINT32_MAX) {
        r->at = before;
        return false;
    }
    Need n = {.kind = (uint8_t)kind};
    reader_fields(r, OWNER_Need, &n);
    VEC_PUSH(r->arena, &l->needs, n);
    return true;
}

static void read_arguments(Reader *r, Callback *c)
{
    reader_expect(r, "(");
    while (!r->error && !reader_sees(r, ")")) {
        if (c->count == MOST_PASSED) {
            reader_fail(r, "these are too many arguments");
            return;
        }
        c->args[c->count] = reader_value(r);
        c->places[c->count++] = reader_place_text(r);
        (void)reader_accept(r, ",");
    }
    reader_expect(r, ")");
}

/* `calls each with (...), ...`; false: it is something of that name. */
static bool read_callback(Reader *r, StateLists *l)
{
    const char *before = r->at, *name;
    size_t len;
    bool calls = reader_accept(r, "calls");
    reader_skip_space(r);
    const char *function = r->at;
    calls = calls && (reader_word_length(r) || reader_sees(r, "*") || reader_sees(r, "(")) &&
            reader_scan_thing(r, &name, &len) && reader_accept(r, "with");
    if (!calls || r->error) {
        r->at = r->error ? r->end : before;
        return false;
    }
    Callback c = {0};
    r->at = function;
    c.function = reader_value(r);
    reader_expect(r, "with");
    read_arguments(r, &c);
    reader_fields(r, OWNER_Callback, &c);
    VEC_PUSH(r->arena, &l->callbacks, c);
    return true;
}

static void read_state_item(Reader *r, StateLists *l)
{
    const char *name;
    size_t len;
    if (read_need(r, l) || read_callback(r, l) || !reader_scan_thing(r, &name, &len))
        return;
    if (reader_accept(r, ":")) {
        RegionState rs = {.region = reader_object_named(r, name, len)};
        reader_fields(r, OWNER_RegionState, &rs);
        VEC_PUSH(r->arena, &l->regions, rs);
    } else if (reader_sees(r, "==") || !reader_accept(r, "=")) {
        uint32_t sym = reader_value_named(r, name, len);
        if (!r->error && reader_accept(r, "-"))
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
    reader_fields(r, OWNER_Case, &c);
    reader_expect(r, ";");
    if (reader_sees(r, "path ") && !reader_sees(r, "path in ")) {
        const char *before = r->at;
        (void)reader_accept(r, "path");
        if (reader_word_length(r))
            reader_fields(r, OWNER_State, s), reader_expect(r, ";");
        else
            r->at = before; /* a parameter of that name */
    }
    while (!r->error && !reader_sees(r, "}")) {
        read_state_item(r, &l);
        reader_expect(r, ";");
    }
    reader_expect(r, "}");
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
    s->callbacks = l.callbacks.data;
    s->callback_count = s->callback_cap = l.callbacks.len;
    VEC_PUSH(r->arena, &r->m->cases, c);
}

/* ---- lists ----------------------------------------------------------------------------------- */
static void skip_item(Reader *r)
{
    while (r->at < r->end && *r->at != ';')
        if (*r->at == '\'')
            (void)reader_quoted(r);
        else
            r->at++;
}

static void list_names(Reader *r, ItemList *list, Map *names)
{
    reader_expect(r, "{");
    while (!r->error && !reader_sees(r, "}")) {
        Item item = {0};
        if (!reader_scan_thing(r, &item.name, &item.len))
            return;
        item.rest = r->at;
        VEC_PUSH(r->arena, list, item);
        if (names && reader_find_name(names, item.name, item.len))
            reader_fail(r,
                        arena_printf(r->arena, "`%.*s` is there twice", (int)item.len, item.name));
        if (names)
            map_put(names, hash_bytes(item.name, item.len, 7), list->len);
        skip_item(r);
        reader_expect(r, ";");
    }
    reader_expect(r, "}");
}

static void read_lists(Reader *r)
{
    Summary *m = r->m;
    if (reader_accept(r, "objects"))
        list_names(r, &r->objects, &r->object_names);
    if (reader_accept(r, "values"))
        list_names(r, &r->values, &r->value_names);
    if (reader_accept(r, "events"))
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
        reader_expect(r, ":");
        uint32_t kind = reader_word(r, case_event_words);
        if (kind == UINT32_MAX)
            reader_fail(r, "this is no event");
        m->events[i].kind = (uint8_t)kind;
        reader_fields(r, OWNER_Event, &m->events[i]);
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
    if (reader_accept(&r, "in"))
        r.file = reader_path(&r);
    if (reader_accept(&r, "unknown")) {
        r.m = NULL;
    } else {
        while (!r.error && !reader_sees(&r, "objects") && !reader_sees(&r, "values") &&
               !reader_sees(&r, "events") && !reader_sees(&r, "case") && r.at < r.end) {
            size_t n = reader_word_length(&r);
            const CaseField *f = reader_field_named(OWNER_FunctionResult, r.at, n);
            if (!f)
                reader_fail(&r, "this is not understood");
            else
                r.at += n, reader_member(&r, f, (char *)result + f->offset);
            (void)reader_accept(&r, ",");
        }
        if (result->gave_up || result->broken)
            r.m = NULL;
        else
            read_lists(&r);
        while (r.m && !r.error && reader_accept(&r, "case")) {
            reader_expect(&r, "{");
            read_case(&r);
        }
    }
    reader_skip_space(&r);
    if (!r.error && r.at < r.end)
        reader_fail(&r, "this is not understood");
    result->summary = r.m;
    *error = r.error;
    return r.error ? NULL : result;
}
