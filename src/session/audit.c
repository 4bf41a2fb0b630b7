/* session/audit.c - what of a program `corten audit` counts: its functions with their levels, and
 * the places that are taken on trust.
 *
 * What comes in: each unit when sema is through with it, since a unit keeps of itself only what
 * the checks need; afterwards the program. What goes out: an AuditReport (diag/audit.h). The one
 * idea: a function is known by its place and name, so that one of a header counts once, and is
 * found again among those that were analysed.
 *
 * Headers of the system are nobody's to count, nor is what no unit mentions of a header. */
#include "contract/contract.h"
#include "session/session.h"

typedef struct Entry {
    AuditFunction fn;
    AuditFile *file;
    Name name;   /* NULL: of internal linkage */
    bool counts; /* though it was not analysed: it is broken, or something in it is __unsafe */
} Entry;

struct Audit {
    Arena *arena;  /* its own: units are added by threads */
    Map files;     /* SourceFile * -> AuditFile * */
    Map scanned;   /* SourceFile * -> 1: its comments were looked at */
    Map functions; /* key_of -> Entry * */
    Map named;     /* Name -> 1: a model has it */
    VEC(AuditFile *) list;
    VEC(Entry *) entries;
};

Audit *audit_new(Arena *session)
{
    Audit *a = ARENA_NEW(session, Audit);
    a->arena = arena_new();
    map_init(&a->files, a->arena);
    map_init(&a->scanned, a->arena);
    map_init(&a->functions, a->arena);
    map_init(&a->named, a->arena);
    return a;
}

void audit_end(Audit *a)
{
    if (a)
        arena_destroy(a->arena);
}

static AuditFile *file_of(Audit *a, const SourceFile *f)
{
    AuditFile *file = map_get_ptr(&a->files, MAP_KEY_PTR(f));
    if (!file) {
        file = ARENA_NEW(a->arena, AuditFile);
        file->file = f;
        map_put(&a->files, MAP_KEY_PTR(f), (uintptr_t)file);
        VEC_PUSH(a->arena, &a->list, file);
    }
    return file;
}

static bool is_ours(const SourceMap *m, Loc l)
{
    const Inclusion *in = source_inclusion(m, source_expansion(m, l));
    return in && !in->system && in->file->path[0] != '<';
}

/* Of the token that the user sees at `l`. */
static uint32_t offset_of(const SourceMap *m, Loc l, SourceFile **file)
{
    Loc at = source_expansion(m, l);
    const Inclusion *in = source_inclusion(m, at);
    *file = in->file;
    return at - in->base;
}

/* Macros make several functions at one place. */
static uint64_t key_of(const SourceMap *m, const Function *f)
{
    SourceFile *file;
    uint64_t at = offset_of(m, f->span.begin, &file);
    return hash_mix(hash_mix((uint64_t)file->index << 32 | at, 1), f->sym->name->id);
}

static void add_place(Audit *a, AuditFile *f, AuditPlaceKind kind, uint32_t begin, uint32_t end)
{
    VEC_PUSH(a->arena, &f->places,
             ((AuditPlace){.kind = kind, .begin = begin, .end = end, .rules = "", .why = ""}));
}

/* Is its contract written down? FunctionContract.known asks for what nobody can see of a body. */
static bool is_declared(Arena *arena, const Function *f)
{
    FunctionContract c = contract_of_function(arena, f->sym);
    bool says = c.known || c.noreturn || c.returns_twice || c.must_check || c.format ||
                c.reads_variadic || c.result.nonnull || c.result.extent.known;
    for (uint32_t i = 0; i < c.param_count; i++)
        says |= c.params[i].nonnull || c.params[i].extent.known;
    return says || f->safe;
}

static void add_function(Audit *a, const SourceMap *m, const Function *f)
{
    SourceFile *file, *other;
    uint64_t key = key_of(m, f);
    bool declared = is_declared(a->arena, f);
    Entry *e = map_get_ptr(&a->functions, key);
    if (e) {
        e->fn.declared |= declared;
        e->fn.safe &= f->safe;
        return;
    }
    e = ARENA_NEW(a->arena, Entry);
    e->fn = (AuditFunction){.safe = f->safe, .unsafe = f->unsafe, .declared = declared};
    e->fn.name = arena_strndup(a->arena, f->sym->name->text, strlen(f->sym->name->text));
    e->fn.begin = offset_of(m, f->span.begin, &file);
    e->fn.end = offset_of(m, f->span.end, &other);
    if (other != file || e->fn.end < e->fn.begin)
        e->fn.end = e->fn.begin;
    e->file = file_of(a, file);
    e->name = f->sym->linkage == LINK_EXTERNAL ? f->sym->name : NULL;
    e->counts = f->broken || f->unsafe || f->fences.len;
    map_put(&a->functions, key, (uintptr_t)e);
    VEC_PUSH(a->arena, &a->entries, e);
    if (f->unsafe)
        add_place(a, e->file, AUDIT_FUNCTION, e->fn.begin, e->fn.end);
    for (uint32_t i = 0; i < f->fences.len; i++) {
        uint32_t begin = offset_of(m, f->fences.data[i].begin, &file);
        uint32_t end = offset_of(m, f->fences.data[i].end, &other);
        add_place(a, file_of(a, file), AUDIT_BLOCK, begin,
                  other == file && end > begin ? end : begin);
    }
}

static void add_allows(Audit *a, const SourceFile *file)
{
    Allow allow;
    if (map_get_ptr(&a->scanned, MAP_KEY_PTR(file)))
        return;
    map_put(&a->scanned, MAP_KEY_PTR(file), 1);
    if (!allow_stands_in(file))
        return;
    AuditFile *f = file_of(a, file);
    for (uint32_t at = 0; allow_next(file, &at, &allow);) {
        add_place(a, f, AUDIT_ALLOW, allow.begin, allow.begin);
        AuditPlace *p = &VEC_LAST(&f->places);
        p->rules = arena_strndup(a->arena, allow.rules, allow.rules_len);
        p->why = arena_strndup(a->arena, allow.reason, allow.reason_len);
        p->said = allow.reason_len != 0;
    }
}

void audit_add_unit(Session *s, const Unit *u)
{
    Audit *a = s->audit;
    lock_take(s->lock);
    for (uint32_t i = 0; i < u->functions.len; i++)
        if (is_ours(u->map, u->functions.data[i]->span.begin))
            add_function(a, u->map, u->functions.data[i]);
    for (uint32_t i = 0; i < u->globals.len; i++) {
        const Symbol *sym = u->globals.data[i];
        SourceFile *file;
        if (sym->safe && sym->loc && is_ours(u->map, sym->loc)) {
            (void)offset_of(u->map, sym->loc, &file);
            file_of(a, file)->safe = true;
        }
    }
    for (uint32_t i = 0; i < u->map->inclusions.len; i++)
        if (!u->map->inclusions.data[i].system)
            add_allows(a, u->map->inclusions.data[i].file);
    lock_drop(s->lock);
}

static void note_analysed(Audit *a, const Program *p)
{
    for (uint32_t i = 0; i < p->unit_count; i++)
        for (uint32_t k = 0; k < p->units[i].function_count; k++) {
            const MirFunction *f = p->units[i].functions[k];
            Entry *e = f && f->source && is_ours(f->unit->map, f->source->span.begin)
                           ? map_get_ptr(&a->functions, key_of(f->unit->map, f->source))
                           : NULL;
            if (e)
                e->counts = e->fn.analysed = true;
        }
    for (uint32_t i = 0; i < p->cut_short.len; i++) {
        const MirFunction *f = p->cut_short.data[i];
        Entry *e = f->source ? map_get_ptr(&a->functions, key_of(f->unit->map, f->source)) : NULL;
        if (e)
            e->fn.analysed = false;
    }
}

static void note_models(Audit *a, const Program *p)
{
    for (uint32_t i = 0; i < p->model_count; i++) {
        const Unit *u = p->models[i].unit;
        for (uint32_t k = 0; u && k < u->globals.len; k++)
            if (u->globals.data[k]->kind == SYM_FUNCTION && u->globals.data[k]->name)
                map_put(&a->named, MAP_KEY_PTR(u->globals.data[k]->name), 1);
    }
    for (uint32_t i = 0; i < a->entries.len; i++)
        if (a->entries.data[i]->name &&
            map_get_ptr(&a->named, MAP_KEY_PTR(a->entries.data[i]->name)))
            a->entries.data[i]->fn.declared = true;
}

void session_audit(Session *s, const Program *p, AuditReport *out)
{
    Audit *a = s->audit;
    uint32_t count;
    note_analysed(a, p);
    note_models(a, p);
    for (uint32_t i = 0; i < a->entries.len; i++) {
        Entry *e = a->entries.data[i];
        if (e->counts)
            VEC_PUSH(a->arena, &e->file->functions, e->fn);
    }
    for (uint32_t i = 0; i < a->list.len; i++)
        VEC_PUSH(a->arena, &out->files, a->list.data[i]);
    const UnknownCallee *unknown = session_unknown(a->arena, p, &count);
    for (uint32_t i = 0; i < count; i++)
        VEC_PUSH(a->arena, &out->unknown, ((AuditName){unknown[i].name, unknown[i].calls}));
    audit_complete(a->arena, s->diag, out);
}
