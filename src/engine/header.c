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
#include "engine/inferred.h"
#include "sema/attr.h"

typedef struct Header {
    Arena *arena;
    Engine *engine;
    HeaderTypes *types;
    Text body;
    Map printed; /* Symbol * of static functions */
    const ContractNotes *notes;
} Header;

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
static void describe_pointer(Header *h, const Inferred *f, const char *notes[2])
{
    Text outer, inner;
    text_init(&outer, h->arena);
    text_init(&inner, h->arena);
    if (!f->looked)
        return;
    if (f->owner) {
        add_own(h->arena, &outer, f->family, false, 0);
        add_words(&outer, f->own_when);
    } else if (f->inits) {
        add_words(&outer, "__inits");
        add_words(&outer, f->inits_when);
        if (f->inner_owner) {
            add_own(h->arena, &inner, f->inner_family, false, 0);
            add_words(&inner, f->inner_null ? "_Nullable" : "");
        }
    } else if (f->drops) {
        add_words(&outer, "__drops");
    }
    add_words(&outer, f->null ? "_Nullable" : f->needed ? "_Nonnull" : "");
    add_words(&outer, f->kept ? "" : "__noescape");
    notes[0] = outer.data;
    notes[1] = inner.data;
}

static void describe_handle(Header *h, const Inferred *f, const char *notes[2])
{
    Text t;
    text_init(&t, h->arena);
    if (!f->owner)
        return;
    add_own(h->arena, &t, f->family, true, f->none);
    add_words(&t, f->own_when);
    notes[0] = t.data;
}

/* *from: the parameter that the result lives as long as. */
static const char *describe_result(Header *h, const Summary *m, const Type *t, uint32_t *from)
{
    Inferred f = inferred_result(m, t);
    Text out;
    text_init(&out, h->arena);
    if (f.owner)
        add_own(h->arena, &out, f.family, f.handle, f.none);
    *from = f.from;
    add_words(&out, f.is_static ? "__static" : "");
    add_words(&out, f.null ? "_Nullable" : f.nonnull ? "_Nonnull" : "");
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
        Inferred inferred = {0};
        if (m && t->kind == TYPE_POINTER)
            inferred = inferred_pointer(m, i, t, returns_pointer);
        else if (m && type_is_integer(t))
            inferred = inferred_handle(m, i, returns_pointer);
        if (t->kind == TYPE_POINTER)
            describe_pointer(h, &inferred, notes);
        else
            describe_handle(h, &inferred, notes);
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
