/* engine/header.c - what was inferred, as a C header that a person can read and correct.
 *
 * In: a program whose functions have summaries. Out: for each function with external linkage (for
 * all of them, with --all) its prototype, with those annotations that all of its cases bear out,
 * and the cases themselves behind it:
 *
 *     struct buf *__own _Nullable buf_new(unsigned long cap)
 *         __cases(1, "...");
 *
 * An annotation is printed where every case agrees, or where the result tells the cases apart that
 * do (`__when(return == 0)`); where neither is so, nothing is said but in the cases. */
#include "engine/cases.h"
#include "sema/attr.h"

typedef struct Header {
    Arena *arena;
    Engine *engine;
    HeaderTypes *types;
    Text body;
    Map printed; /* Symbol * of static functions */
    const ContractNotes *notes;
} Header;

/* What a parameter is, over all cases, in which it is not null. */
typedef struct Seen {
    uint32_t cases;                   /* in which it may be non-null */
    uint32_t freed, kept;             /* cases */
    uint32_t freed_ends, kept_ends;   /* their outcomes, joined */
    uint32_t nulls, nonnulls, needed; /* cases */
    uint32_t filled, unfilled, filled_ends, unfilled_ends;
    uint32_t emptied; /* what its members own was released, but not itself */
    bool read, escapes, other_family;
    bool owner_in; /* what it points to receives an owner */
    bool owner_null;
    Name family, inner_family;
} Seen;

static uint32_t region_of_parameter(const Summary *m, uint32_t index)
{
    for (uint32_t i = 1; i < m->region_count; i++)
        if (m->regions[i].kind == REGION_LOCAL && m->regions[i].index == index + 1)
            return i;
    return 0;
}

/* What the pointer at (parent, 0) points to; 0: it was not looked at. */
static uint32_t pointee_of(const Summary *m, uint32_t parent)
{
    for (uint32_t i = 1; parent && i < m->region_count; i++)
        if (m->regions[i].kind == REGION_ENTRY && m->regions[i].parent == parent &&
            m->regions[i].off == 0 && !m->regions[i].off_sym && !m->regions[i].handle)
            return i;
    return 0;
}

static uint32_t handle_of(const Summary *m, uint32_t parent)
{
    for (uint32_t i = 1; parent && i < m->region_count; i++)
        if (m->regions[i].kind == REGION_ENTRY && m->regions[i].parent == parent &&
            m->regions[i].handle)
            return i;
    return 0;
}

/* Was anything of the object looked at before it was written? */
static bool is_read(const Summary *m, uint32_t region)
{
    for (uint32_t i = 1; i < m->region_count; i++)
        if (m->regions[i].kind == REGION_ENTRY && m->regions[i].parent == region)
            return true;
    for (uint32_t i = 1; i < m->sym_count; i++)
        if (m->syms[i].kind == SYMBOL_ENTRY && m->syms[i].region == region)
            return true;
    return false;
}

static bool is_covered(const State *s, uint32_t region, int64_t off, int64_t end)
{
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region && off < end; i++) {
        const Cell *c = &s->cells[i];
        if (!c->off_sym && c->value.kind != VAL_UNINIT && c->off <= off &&
            c->off + (int64_t)c->size > off)
            off = c->off + (int64_t)c->size;
    }
    return off >= end;
}

/* Padding need not be. */
static bool is_filled(const State *s, uint32_t region, int64_t off, const Type *t)
{
    if (is_covered(s, region, off, off + (int64_t)t->size))
        return true;
    if (t->kind != TYPE_STRUCT)
        return false;
    for (uint32_t i = 0; i < t->u.record->field_count; i++) {
        const Field *f = &t->u.record->fields[i];
        if (!place_is_gap(f) && f->type->size &&
            !is_filled(s, region, off + (int64_t)f->offset, f->type))
            return false;
    }
    return true;
}

static void look_at_fill(const Summary *m, const Case *c, uint32_t region, Seen *seen)
{
    const Type *t = m->regions[region].type;
    uint64_t size = t && type_is_complete(t) ? t->size : 0;
    bool filled = size && is_filled(c->state, region, 0, t);
    if (filled)
        seen->filled++, seen->filled_ends |= c->outcome;
    else
        seen->unfilled++, seen->unfilled_ends |= c->outcome;
    for (uint32_t i = 0; filled && i < c->state->cell_count; i++) {
        const Cell *x = &c->state->cells[i];
        if (x->region != region || x->off || x->off_sym || x->size != size)
            continue;
        const RegionState *to = x->value.kind == VAL_PTR && !x->value.num
                                    ? state_region_find(c->state, x->value.id)
                                    : NULL;
        if (to && to->own == OWN_YES) {
            seen->owner_in = true;
            seen->inner_family = m->regions[x->value.id].family;
        }
        seen->owner_null |= (x->value.kind == VAL_INT && x->value.num == 0) ||
                            (to && (to->null == NULL_IS || to->null == NULL_MAYBE));
    }
}

static bool members_released(const Summary *m, const State *s, uint32_t region)
{
    for (uint32_t i = 0; i < s->region_count; i++)
        if (s->regions[i].life == LIFE_FREED && m->regions[s->regions[i].region].parent == region &&
            m->regions[s->regions[i].region].kind == REGION_ENTRY)
            return true;
    return false;
}

static void look_at_case(const Summary *m, const Case *c, uint32_t region, Seen *seen)
{
    const RegionState *rs = state_region_find(c->state, region);
    if (rs && rs->null == NULL_IS) {
        seen->nulls++;
        return;
    }
    seen->cases++;
    seen->nonnulls += rs && rs->null == NULL_NO;
    seen->needed += rs && rs->null == NULL_NO && (rs->flags & REGION_NEEDED);
    if (rs && life_is_released(rs->life)) {
        Name family = rs->event < m->event_count ? m->events[rs->event].family : NULL;
        seen->other_family |= seen->freed && family != seen->family;
        seen->family = family;
        seen->freed++, seen->freed_ends |= c->outcome;
        return;
    }
    seen->kept++, seen->kept_ends |= c->outcome;
    seen->escapes |= rs && (rs->own == OWN_GIVEN || rs->life == LIFE_UNKNOWN);
    seen->emptied += members_released(m, c->state, region);
    for (uint32_t i = 0; i < c->state->cell_count; i++) {
        const Cell *x = &c->state->cells[i];
        if (x->value.kind == VAL_PTR && x->value.id == region &&
            m->regions[x->region].kind != REGION_LOCAL)
            seen->escapes = true;
    }
    look_at_fill(m, c, region, seen);
}

/* `__when(return == 0)` for outcomes below zero (1), zero (2), above (4); NULL: the others may end
 * like these. "" : there are no others. */
static const char *condition(uint32_t these, uint32_t others, bool pointer)
{
    static const char *const numbers[] = {NULL,
                                          "__when(return < 0)",
                                          "__when(return == 0)",
                                          "__when(return <= 0)",
                                          "__when(return > 0)",
                                          "__when(return != 0)",
                                          "__when(return >= 0)",
                                          NULL};
    if (!others)
        return "";
    if (these & others || (these | others) & OUTCOME_UNKNOWN || these > 6)
        return NULL;
    if (pointer)
        return these == 4 ? "__when(return != NULL)" : these == 2 ? "__when(return == NULL)" : NULL;
    return numbers[these];
}

static void add_words(Text *t, const char *words)
{
    if (!*words)
        return;
    if (t->len)
        text_add_char(t, ' ');
    text_add(t, words);
}

static void add_own(Arena *a, Text *t, Name family, bool handle, int64_t none)
{
    if (handle)
        add_words(t, arena_printf(a, "__own_by(%s, %lld)", family ? family->text : "free",
                                  (long long)none));
    else
        add_words(t, family ? arena_printf(a, "__own_by(%s)", family->text) : "__own");
}

/* Notes of one parameter, by pointer level. */
static void describe_pointer(Header *h, const Summary *m, uint32_t index, const Type *t,
                             bool returns_pointer, const char *notes[2])
{
    Text outer, inner;
    text_init(&outer, h->arena);
    text_init(&inner, h->arena);
    uint32_t region = pointee_of(m, region_of_parameter(m, index));
    Seen seen = {0};
    if (!region)
        return;
    seen.read = is_read(m, region);
    for (uint32_t i = 0; i < m->cases.len; i++)
        look_at_case(m, &m->cases.data[i], region, &seen);
    const char *when = condition(seen.freed_ends, seen.kept ? seen.kept_ends : 0, returns_pointer);
    const char *fill =
        condition(seen.filled_ends, seen.unfilled ? seen.unfilled_ends : 0, returns_pointer);
    bool owner = seen.freed && !seen.other_family && when;
    if (owner) {
        add_own(h->arena, &outer, seen.family, false, 0);
        add_words(&outer, when);
    } else if (seen.filled && !seen.freed && !seen.read && fill && !(t->elem->quals & QUAL_CONST)) {
        add_words(&outer, "__inits");
        add_words(&outer, fill);
        if (seen.owner_in && t->elem->kind == TYPE_POINTER) {
            add_own(h->arena, &inner, seen.inner_family, false, 0);
            add_words(&inner, seen.owner_null ? "_Nullable" : "");
        }
    } else if (seen.emptied && seen.emptied == seen.kept && !seen.freed) {
        add_words(&outer, "__drops");
    }
    if (seen.nulls)
        add_words(&outer, "_Nullable");
    else if (seen.cases && seen.needed == m->cases.len)
        add_words(&outer, "_Nonnull");
    if (!seen.escapes && !seen.freed && m->cases.len)
        add_words(&outer, "__noescape");
    notes[0] = outer.data;
    notes[1] = inner.data;
}

static void describe_handle(Header *h, const Summary *m, uint32_t index, bool returns_pointer,
                            const char *notes[2])
{
    uint32_t region = handle_of(m, region_of_parameter(m, index));
    Seen seen = {0};
    Text t;
    text_init(&t, h->arena);
    if (!region)
        return;
    for (uint32_t i = 0; i < m->cases.len; i++)
        look_at_case(m, &m->cases.data[i], region, &seen);
    const char *when = condition(seen.freed_ends, seen.kept ? seen.kept_ends : 0, returns_pointer);
    if (!seen.freed || seen.other_family || !when || !seen.family)
        return;
    add_own(h->arena, &t, seen.family, true, -1);
    add_words(&t, when);
    notes[0] = t.data;
}

/* The parameter out of which a region is reached; UINT32_MAX: none. */
static uint32_t parameter_behind(const Summary *m, uint32_t region)
{
    for (uint32_t depth = 0; region && depth < 16; depth++) {
        const RegionInfo *i = &m->regions[region];
        if (i->kind == REGION_LOCAL)
            return i->index && i->index <= m->param_count ? i->index - 1 : UINT32_MAX;
        if (i->kind != REGION_ENTRY)
            return UINT32_MAX;
        region = i->parent;
    }
    return UINT32_MAX;
}

typedef struct ResultSeen {
    uint32_t owned, null, other, nonnull;
    bool handle, statics, mixed;
    Name family;
    int64_t none;
    uint32_t from; /* parameter */
} ResultSeen;

static void look_at_result(const Summary *m, const Case *c, ResultSeen *seen)
{
    Value v = c->result;
    if (v.kind == VAL_INT && v.num == 0) {
        seen->null++;
        return;
    }
    const RegionState *rs = v.kind == VAL_PTR ? state_region_find(c->state, v.id) : NULL;
    const RegionInfo *i = v.kind == VAL_PTR ? &m->regions[v.id] : NULL;
    seen->null += rs && (rs->null == NULL_IS || rs->null == NULL_MAYBE);
    if (rs && rs->null == NULL_IS)
        return;
    seen->nonnull += c->outcome == 4 || (rs && rs->null == NULL_NO);
    if (rs && rs->own == OWN_YES && !v.num && !v.off_sym &&
        (i->kind == REGION_HEAP || i->kind == REGION_HANDLE)) {
        seen->mixed |= seen->owned && seen->family != i->family;
        seen->owned++;
        seen->family = i->family;
        seen->handle |= i->kind == REGION_HANDLE;
        seen->none = i->none;
        return;
    }
    seen->other++;
    uint32_t from = i ? parameter_behind(m, v.id) : UINT32_MAX;
    seen->mixed |= seen->other > 1 && from != seen->from;
    seen->from = from;
    seen->statics |= i && i->is_static;
}

/* *from: the parameter that the result lives as long as. */
static const char *describe_result(Header *h, const Summary *m, const Type *t, uint32_t *from)
{
    ResultSeen seen = {.from = UINT32_MAX};
    Text out;
    text_init(&out, h->arena);
    for (uint32_t i = 0; i < m->cases.len; i++)
        look_at_result(m, &m->cases.data[i], &seen);
    bool pointer = t->kind == TYPE_POINTER;
    if (seen.owned && !seen.other && !seen.mixed && (pointer || (seen.handle && seen.family)))
        add_own(h->arena, &out, seen.family, !pointer, seen.none);
    else if (pointer && seen.other && !seen.owned && !seen.mixed)
        *from = seen.from;
    if (pointer && seen.statics && seen.other && !seen.owned)
        add_words(&out, "__static");
    if (pointer && seen.null)
        add_words(&out, "_Nullable");
    else if (pointer && m->cases.len && seen.nonnull == m->cases.len)
        add_words(&out, "_Nonnull");
    return out.data;
}

/* ---- prototypes ------------------------------------------------------------------------------ */
static const char *parameter_name(Header *h, Name given, uint32_t index)
{
    const char *name = NAME_TEXT(given);
    bool reserved = !*name || strcmp(name, "result") == 0 || strcmp(name, "uninit") == 0;
    return reserved ? arena_printf(h->arena, "%s_%u", name, index + 1) : name;
}

static CasePrototype prototype_of_body(Header *h, const MirFunction *f)
{
    uint32_t n = f->param_count;
    const Type **types = ARENA_ARRAY(h->arena, const Type *, n + 1);
    const char **names = ARENA_ARRAY(h->arena, const char *, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        const Local *l = &f->locals.data[i + 1];
        types[i] = l->type;
        names[i] = parameter_name(h, l->sym ? l->sym->name : NULL, i);
    }
    uintptr_t never;
    return (CasePrototype){.sym = f->sym,
                           .unit = f->unit,
                           .result = f->locals.data[0].type,
                           .types = types,
                           .names = names,
                           .count = n,
                           .noreturn = map_get(&h->engine->no_return, MAP_KEY_PTR(f), &never)};
}

static CasePrototype prototype_of_entry(Header *h, const ContractEntry *e)
{
    const Type *t = e->sym->type;
    uint32_t n = t->u.fn.count;
    const Type **types = ARENA_ARRAY(h->arena, const Type *, n + 1);
    const char **names = ARENA_ARRAY(h->arena, const char *, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        types[i] = t->u.fn.params[i].type;
        names[i] = parameter_name(h, t->u.fn.params[i].name, i);
    }
    return (CasePrototype){.sym = e->sym,
                           .unit = e->unit,
                           .result = t->elem,
                           .types = types,
                           .names = names,
                           .count = n,
                           .noreturn = e->sym->noreturn};
}

static void add_escaped(Text *out, char c)
{
    if (c == '"' || c == '\\')
        text_add_char(out, '\\');
    text_add_char(out, c);
}

/* Each line of the text a string literal. */
static void add_literals(Text *out, const char *text)
{
    text_addf(out, "\n    __cases(%d,\n        \"", CASES_VERSION);
    for (const char *c = text; *c; c++) {
        if (*c == '\n') {
            if (c != text)
                text_add(out, " \"\n        \"");
            continue;
        }
        add_escaped(out, *c);
    }
    text_add(out, "\")");
}

static void add_parameters(Header *h, const CasePrototype *f, const Summary *m, uint32_t from,
                           Text *out)
{
    bool returns_pointer = f->result->kind == TYPE_POINTER;
    for (uint32_t i = 0; i < f->count; i++) {
        const Type *t = f->types[i];
        const char *notes[2] = {0};
        if (m && t->kind == TYPE_POINTER)
            describe_pointer(h, m, i, t, returns_pointer, notes);
        else if (m && type_is_integer(t))
            describe_handle(h, m, i, returns_pointer, notes);
        if (i == from)
            notes[0] = notes[0] ? arena_printf(h->arena, "%s __lifetimebound", notes[0])
                                : "__lifetimebound";
        text_add(out, i ? ", " : "");
        header_declare(h->types, out, t, f->names[i], notes);
    }
    const Type *ft = f->sym->type;
    bool variadic = ft->kind == TYPE_FUNCTION && ft->u.fn.variadic;
    text_add(out, variadic ? f->count ? ", ...)" : "...)" : f->count ? ")" : "void)");
}

/* Of a body what the check says; of a contract what it says. */
static void add_formats(Header *h, const Symbol *sym, const MirFunction *fn, Text *out)
{
    const Attr *a = fn ? NULL : attr_find(sym->attrs, ATTR_CORTEN_FORMATS);
    Text said;
    text_init(&said, h->arena);
    if (fn)
        h->notes->formats(h->notes->ctx, fn, &said);
    else if (a && a->arg_count == 2 && a->args[1]->kind == EXPR_STRING)
        text_add_n(&said, a->args[1]->u.string.bytes, a->args[1]->u.string.count);
    if (!said.len)
        return;
    text_add(out, "\n    __formats(1, \"");
    for (size_t i = 0; i < said.len; i++)
        add_escaped(out, said.data[i]);
    text_add(out, "\")");
}

static void print_function(Header *h, const CasePrototype *f, const FunctionResult *r)
{
    const Summary *m = r->summary;
    uint32_t from = UINT32_MAX;
    Text *out = &h->body, declarator, cases;
    text_init(&declarator, h->arena);
    text_init(&cases, h->arena);
    header_types_unit(h->types, f->unit);
    const char *notes[2] = {m ? describe_result(h, m, f->result, &from) : NULL, NULL};
    text_addf(&declarator, "%s(", header_function_name(h->types, f->sym));
    add_parameters(h, f, m, from, &declarator);
    if (f->sym->linkage != LINK_EXTERNAL) {
        text_add(out, "static ");
        map_put(&h->printed, MAP_KEY_PTR(f->sym), 1);
    }
    header_declare(h->types, out, f->result, declarator.data, notes);
    if (f->noreturn)
        text_add(out, "\n    __attribute__((noreturn))");
    cases_print(h->arena, h->types, f, r, &cases);
    add_literals(out, cases.data ? cases.data : "");
    add_formats(h, f->sym, r->fn, out);
    text_add(out, ";\n\n");
}

/* ---- order ----------------------------------------------------------------------------------- */
typedef struct Listed {
    CasePrototype prototype;
    const FunctionResult *result;
    const char *path;
    uint32_t line, order;
} Listed;

typedef VEC(Listed) ListedFunctions;

static bool listed_before(const Listed *a, const Listed *b)
{
    int c = strcmp(a->path, b->path);
    if (c)
        return c < 0;
    return a->line != b->line ? a->line < b->line : a->order < b->order;
}

static bool is_printed(const Header *h, const MirFunction *f, const char *only, bool all)
{
    if (only && strcmp(only, NAME_TEXT(f->sym->name)) != 0)
        return false;
    if (f->source && f->source->outer)
        return false;
    if (source_in_system_header(f->unit->map, f->sym->loc))
        return false;
    if (f->sym->linkage != LINK_EXTERNAL)
        return all || only;
    const ProgramFunction *pf = program_function(h->engine->program, f->sym->name);
    return pf && pf->mir == f; /* the first of several, as callers see it */
}

static void print_statics(Header *h)
{
    const Symbol *s;
    for (uint32_t at = 0; (s = header_next_static(h->types, &at));) {
        const MirFunction *body = engine_definition(h->engine, s);
        uintptr_t done;
        if (body && !map_get(&h->printed, MAP_KEY_PTR(s), &done)) {
            CasePrototype p = prototype_of_body(h, body);
            print_function(h, &p, engine_function(h->engine, body));
        }
    }
}

static void list_function(Header *h, ListedFunctions *list, CasePrototype p,
                          const FunctionResult *r)
{
    Position at = source_position(p.unit->map, p.sym->def_loc ? p.sym->def_loc : p.sym->loc);
    Listed one = {p, r, at.path ? at.path : "", at.line, list->len};
    VEC_PUSH(h->arena, list, one);
    if (p.sym->linkage == LINK_EXTERNAL)
        header_use_name(h->types, NAME_TEXT(p.sym->name));
}

void engine_print_contracts(Engine *e, const char *only, bool all, const ContractNotes *notes,
                            Text *out)
{
    Header h = {.arena = e->arena, .engine = e, .notes = notes};
    map_init(&h.printed, e->arena);
    ListedFunctions list = {0};
    h.types = header_types_new(e->arena, e);
    text_init(&h.body, e->arena);
    for (uint32_t i = 0; i < e->program->unit_count; i++) {
        const Unit *u = e->program->units[i].unit;
        for (uint32_t k = 0; u && k < u->globals.len; k++)
            map_put(&e->symbol_units, MAP_KEY_PTR(u->globals.data[k]), (uintptr_t)u);
    }
    for (uint32_t i = 0; i < e->program->unit_count; i++)
        for (uint32_t k = 0; k < e->program->units[i].function_count; k++) {
            const MirFunction *f = e->program->units[i].functions[k];
            if (f && is_printed(&h, f, only, all))
                list_function(&h, &list, prototype_of_body(&h, f), engine_function(e, f));
        }
    for (uint32_t i = 0; i < e->contract_entries.len; i++) {
        const ContractEntry *entry = e->contract_entries.data[i];
        if (entry->result && !engine_definition(e, entry->sym) &&
            (!only || strcmp(only, NAME_TEXT(entry->sym->name)) == 0))
            list_function(&h, &list, prototype_of_entry(&h, entry), entry->result);
    }
    SORT_BY(Listed, list.data, list.len, listed_before);
    for (uint32_t i = 0; i < list.len; i++)
        print_function(&h, &list.data[i].prototype, list.data[i].result);
    print_statics(&h);
    text_add(out, "/* What Corten inferred of these functions: `corten check --contracts FILE`.\n"
                  " * docs/contracts.md says how to read it. */\n#include <corten.h>\n\n");
    header_types_print(h.types, out);
    text_add_n(out, h.body.data ? h.body.data : "", h.body.len);
}
