/* engine/hooks.c - memory that is released through a variable, or a field, that may be set.
 *
 *     void (*release)(void *) = free;                      release(p): free, whoever may set it
 *     parser->mem.free_fcn = free;                         q->mem.free_fcn(p), the same
 *
 * Who replaces a hook has to keep what it promises: what is released is gone, whoever does it. So
 * the call is one of the only function that the program stores there; a hook setter's parameter
 * counts for nothing. Fields are known by the names of their record and their own, and believed
 * only in a record that holds a maker of memory as well: other callbacks differ as their objects
 * do. Calls of makers stay unknown: what memory of a pool is like, the pool decides. */
#include "engine/engine.h"

static bool is_pointer_to_function(const Type *t)
{
    return t && t->kind == TYPE_POINTER && t->elem->kind == TYPE_FUNCTION;
}

/* The name of one that other units see, too. */
static uint64_t variable_key(const Symbol *s)
{
    return hash_mix(5, s->linkage == LINK_EXTERNAL && s->name ? MAP_KEY_PTR(s->name)
                                                              : MAP_KEY_PTR(s));
}

static uint64_t record_key(const Record *r)
{
    const void *name = r ? r->tag ? r->tag : r->typedef_name : NULL;
    return name ? hash_mix(7, MAP_KEY_PTR(name)) : 0;
}

static uint64_t field_key(const Field *f)
{
    uint64_t record = f->name ? record_key(f->owner) : 0;
    return record ? hash_mix(record, MAP_KEY_PTR(f->name)) : 0;
}

/* A pointer to a function: the field that it is, or else the variable; or neither. */
typedef struct Hook {
    const Symbol *variable;
    const Field *field;
} Hook;

static Hook hook_of(const MirFunction *fn, PlaceId id)
{
    const Place *p = place_is(id) ? mir_place(fn, id) : NULL;
    if (!p || !is_pointer_to_function(p->type))
        return (Hook){0};
    if (!p->count)
        return (Hook){.variable = p->base == PLACE_GLOBAL ? p->sym : NULL};
    const Projection *last = &fn->projections.data[p->first + p->count - 1];
    return (Hook){.field = last->kind == PROJ_FIELD ? last->field : NULL};
}

static uint64_t hook_key(const Hook *h)
{
    return h->variable ? variable_key(h->variable) : h->field ? field_key(h->field) : 0;
}

/* ---- what is stored -------------------------------------------------------------------------- */
/* One function; two of them: NULL, for good. */
static void note(Engine *e, const Hook *h, const Symbol *f)
{
    uint64_t key = hook_key(h), record = h->field ? record_key(h->field->owner) : 0;
    uintptr_t before = 0;
    if (!key)
        return;
    const Symbol *held = map_get(&e->hooks, key, &before) ? (const Symbol *)before : f;
    bool same = held && held->name == f->name && (held == f || f->linkage == LINK_EXTERNAL);
    map_put(&e->hooks, key, same ? (uintptr_t)f : 0);
    before = 0;
    if (record) {
        (void)map_get(&e->memory_suites, record, &before);
        map_put(&e->memory_suites, record, before | (uintptr_t)1 << engine_memory_role(e, f));
    }
}

/* The field at an offset of a record, inner ones looked through. */
static const Field *field_at(const Type *t, uint64_t off)
{
    while (t->kind == TYPE_ARRAY && t->elem->size) {
        off %= t->elem->size;
        t = t->elem;
    }
    t = t->canon ? t->canon : t;
    for (uint32_t i = 0; t->kind == TYPE_STRUCT && i < t->u.record->field_count; i++) {
        const Field *f = &t->u.record->fields[i];
        if (f->is_bit_field || off < f->offset || off >= f->offset + f->type->size)
            continue;
        return is_pointer_to_function(f->type) ? f : field_at(f->type, off - f->offset);
    }
    return NULL;
}

static void note_initialiser(Engine *e, const Symbol *s)
{
    if (initialiser_function(s->init))
        note(e, &(Hook){.variable = s}, initialiser_function(s->init));
    for (uint32_t i = 0; s->init->kind == EXPR_INIT_LIST && i < s->init->u.init.entry_count; i++) {
        const InitEntry *entry = &s->init->u.init.entries[i];
        const Symbol *g = initialiser_function(entry->value);
        const Field *f = g ? field_at(s->type, entry->offset) : NULL;
        if (f)
            note(e, &(Hook){.field = f}, g);
    }
}

static void note_stores(Engine *e, const MirFunction *fn)
{
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            Hook h = in->op == INST_STORE ? hook_of(fn, in->a) : (Hook){0};
            if (hook_key(&h) && in->x.kind == OPERAND_GLOBAL && in->x.sym->kind == SYM_FUNCTION)
                note(e, &h, in->x.sym);
        }
}

void engine_find_hooks(Engine *e)
{
    for (uint32_t u = 0; u < e->program->unit_count; u++) {
        const ProgramUnit *unit = &e->program->units[u];
        for (uint32_t i = 0; unit->unit && i < unit->unit->globals.len; i++) {
            const Symbol *s = unit->unit->globals.data[i];
            if (s->kind == SYM_VAR && s->init)
                note_initialiser(e, s);
        }
        for (uint32_t i = 0; i < unit->function_count; i++)
            if (unit->functions[i])
                note_stores(e, unit->functions[i]);
    }
}

/* ---- calls ----------------------------------------------------------------------------------- */
/* The place that the temp was loaded from. */
static PlaceId loaded_from(const Analysis *an, uint32_t temp)
{
    uint32_t b = an->def_block[temp];
    for (uint32_t i = 0; b < an->fn->blocks.len && i < an->fn->blocks.data[b].insts.len; i++) {
        const Inst *in = &an->fn->blocks.data[b].insts.data[i];
        if (local_is(in->dst) && in->dst.i == temp && in->op == INST_LOAD)
            return in->a;
    }
    return NO_PLACE;
}

/* struct { void *(*make)(size_t); void (*release)(void *); } */
static bool is_of_memory_suite(const Engine *e, const Field *f)
{
    uintptr_t roles = 0, both = (uintptr_t)1 << MEMORY_MADE | (uintptr_t)1 << MEMORY_RELEASED;
    (void)map_get(&e->memory_suites, record_key(f->owner), &roles);
    return (roles & both) == both;
}

const Symbol *hooked_release(const Analysis *an, const Inst *in)
{
    if (in->op != INST_CALL || in->x.kind != OPERAND_TEMP)
        return NULL;
    Engine *e = an->engine;
    Hook h = hook_of(an->fn, loaded_from(an, in->x.index));
    uint64_t key = hook_key(&h);
    const Symbol *f = key ? map_get_ptr(&e->hooks, key) : NULL;
    if (!f || engine_memory_role(e, f) != MEMORY_RELEASED || f->type->u.fn.variadic ||
        f->type->u.fn.count != in->arg_count)
        return NULL;
    return !h.field || is_of_memory_suite(e, h.field) ? f : NULL;
}
