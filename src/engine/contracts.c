/* engine/contracts.c - contracts that were written down earlier, instead of bodies.
 *
 * In: the headers of `--contracts FILE`, parsed as units of their own. Out: for each function in
 * them what a call by its name does: a summary, where the prototype has cases; else what its
 * annotations say. A body in the program comes before them, a model after them.
 *
 *     corten dump contracts lib.c > lib.h;  corten check --contracts lib.h app.c
 *
 * Positions in the text are those of files that need not be here: each becomes a line of a file in
 * memory, with a #line mark that says what to call it. */
#include "engine/cases.h"
#include "sema/attr.h"

/* ---- positions ------------------------------------------------------------------------------- */
struct CasePlaces {
    Arena *arena;
    Unit *unit;
    SourceMap *map;
    Text text;
    Map known; /* hash of path, line, column -> Loc */
};

CasePlaces *case_places_new(Arena *arena)
{
    CasePlaces *p = ARENA_NEW(arena, CasePlaces);
    p->arena = arena;
    p->unit = ARENA_NEW(arena, Unit);
    p->map = ARENA_NEW(arena, SourceMap);
    source_map_init(p->map, arena);
    p->unit->map = p->map;
    text_init(&p->text, arena);
    map_init(&p->known, arena);
    return p;
}

Loc case_places_add(CasePlaces *p, const char *path, uint32_t line, uint32_t column)
{
    uint64_t key = hash_mix(hash_mix(hash_bytes(path, strlen(path), 3), line), column);
    uintptr_t known;
    if (map_get(&p->known, key, &known))
        return (Loc)known;
    /* the file is included first, at base 1 */
    source_map_line_mark(p->map, (Loc)p->text.len + 1, line, path);
    text_add_char(&p->text, '\n');
    Loc l = (Loc)p->text.len + column;
    text_fill(&p->text, ' ', column);
    text_add_char(&p->text, '\n');
    map_put(&p->known, key, l);
    return l;
}

const Unit *case_places_unit(CasePlaces *p)
{
    return p->unit;
}

void case_places_finish(CasePlaces *p, FileStore *files, const char *name)
{
    Loc base;
    SourceFile *f = file_store_overlay(files, arena_printf(p->arena, "<places of %s>", name),
                                       p->text.data ? p->text.data : "", p->text.len);
    (void)source_map_include(p->map, f, LOC_NONE, false, &base);
    source_map_settle(p->map);
}

/* ---- reading --------------------------------------------------------------------------------- */
static void trouble(Engine *e, const Unit *u, Loc at, const char *what)
{
    const char *where = place_text(e->arena, u, (Span){at, at});
    diag_trouble(e->program->diag, false, "%s: %s", *where ? where : u->path, what);
}

/* corten_cases(VERSION, "text"); NULL: not understood, which was said. */
static const Expr *cases_text(Engine *e, const Unit *u, const Attr *a)
{
    i128 version;
    if (a->arg_count != 2 || !attr_int(a, 0, &version) || !a->args[1] ||
        a->args[1]->kind != EXPR_STRING || a->args[1]->u.string.elem_size != 1) {
        trouble(e, u, a->loc, "corten_cases wants a version and a text");
        return NULL;
    }
    if (version != CASES_VERSION) {
        trouble(e, u, a->loc,
                arena_printf(e->arena,
                             "these cases are of version %lld, and this Corten reads version %d: "
                             "make the contracts anew",
                             (long long)version, CASES_VERSION));
        return NULL;
    }
    return a->args[1];
}

static void read_function(Engine *e, CaseReader *c, const Symbol *fn)
{
    ContractEntry *entry = ARENA_NEW(e->arena, ContractEntry);
    entry->sym = fn;
    entry->unit = c->unit;
    const Attr *a = attr_find(fn->attrs, ATTR_CORTEN_CASES);
    const Expr *text = a ? cases_text(e, c->unit, a) : NULL;
    if (a && !text)
        return;
    if (text) {
        const char *error = NULL;
        entry->result = cases_read(c, fn, text->u.string.bytes, text->u.string.count, &error);
        if (error) {
            trouble(e, c->unit, a->loc,
                    arena_printf(e->arena, "the cases of `%s` can't be read: %s",
                                 NAME_TEXT(fn->name), error));
            return;
        }
    }
    uint64_t key = fn->linkage == LINK_EXTERNAL ? MAP_KEY_PTR(fn->name) : MAP_KEY_PTR(fn);
    if (map_get_ptr(&e->read_contracts, key))
        return;
    VEC_PUSH(e->arena, &e->contract_entries, entry);
    map_put(&e->read_contracts, key, (uintptr_t)entry);
}

/* struct obj { ... } __cases(1, "counts refs") */
static bool read_count(Engine *e, const Record *r, const Expr *text)
{
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        const char *want = arena_printf(e->arena, "counts %s", NAME_TEXT(f->name));
        if (f->name && strlen(want) == text->u.string.count &&
            memcmp(want, text->u.string.bytes, text->u.string.count) == 0) {
            engine_add_count(e, f);
            return true;
        }
    }
    return false;
}

static void read_record(Engine *e, const Unit *u, const Record *r)
{
    for (const Attr *a = r->attrs; a; a = a->next) {
        const Expr *text = a->known == ATTR_CORTEN_CASES ? cases_text(e, u, a) : NULL;
        if (text && !read_count(e, r, text))
            trouble(e, u, a->loc, "the cases of a struct are `counts MEMBER`");
    }
}

void engine_read_contracts(Engine *e)
{
    Map symbols;
    map_init(&symbols, e->arena);
    for (uint32_t i = 0; i < e->program->contract_count; i++) {
        const Unit *u = e->program->contracts[i].unit;
        Map tags;
        if (!u)
            continue;
        map_init(&tags, e->arena);
        for (uint32_t k = 0; k < u->tags.len; k++) {
            const Type *t = u->tags.data[k];
            if (!type_is_record(t))
                continue;
            if (t->u.record->tag)
                map_put(&tags, MAP_KEY_PTR(t->u.record->tag), (uintptr_t)t);
            read_record(e, u, t->u.record);
        }
        CaseReader c = {.arena = e->arena,
                        .names = e->program->names,
                        .unit = u,
                        .places = case_places_new(e->arena),
                        .symbols = &symbols,
                        .symbol_units = &e->symbol_units,
                        .tags = &tags};
        for (uint32_t k = 0; k < u->globals.len; k++) {
            const Symbol *s = u->globals.data[k];
            if (s->kind == SYM_FUNCTION && s->name && s->type && s->type->kind == TYPE_FUNCTION)
                read_function(e, &c, s);
        }
        case_places_finish(c.places, e->program->files, u->path);
    }
}

const ContractEntry *engine_read_contract(const Engine *e, const Symbol *sym)
{
    return map_get_ptr(&e->read_contracts,
                       sym->linkage == LINK_EXTERNAL ? MAP_KEY_PTR(sym->name) : MAP_KEY_PTR(sym));
}

bool engine_has_named(const Engine *e, Name name)
{
    return program_function(e->program, name) || map_get_ptr(&e->read_contracts, MAP_KEY_PTR(name));
}

bool engine_has(const Engine *e, const Symbol *sym)
{
    return engine_definition(e, sym) || engine_read_contract(e, sym);
}
