/* engine/hooks.c - memory that is released through a variable, or a field, that may be set.
 *
 *     void (*release)(void *) = free;                      release(p): free, whoever may set it
 *     parser->mem.free_fcn = free;                         q->mem.free_fcn(p), the same
 *
 * Who replaces a hook has to keep what it promises: what is released is gone, whoever does it. So
 * the call is one of the only function that the program stores there; a hook setter's parameter
 * counts for nothing. Fields are known by the names of their record and their own, and believed
 * only in a record that holds a maker of memory as well: other callbacks differ as their objects
 * do. Calls of makers stay unknown: what memory of a pool is like, the pool decides.
 *
 *     if (p->free_fn) p->free_fn(p, x); else free(x);      as if it were free(x) alone
 *
 * A hook with a default says itself what it promises: where it is open if it is set, and the
 * default releases memory that the hook would get as well, the way of the default is both. */
#include "engine/summary.h"

static bool is_pointer_to_function(const Type *t)
{
    return t && t->kind == TYPE_POINTER && t->elem->kind == TYPE_FUNCTION;
}

/* The name of one that other units see, too. */
static uint64_t variable_key(const Symbol *s)
{
    return hash_mix(5,
                    s->linkage == LINK_EXTERNAL && s->name ? MAP_KEY_PTR(s->name) : MAP_KEY_PTR(s));
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
/* The place that the temp was loaded from, perhaps as another type. */
static PlaceId loaded_from(const Analysis *an, uint32_t temp)
{
    uint32_t b = an->def_block[temp];
    for (uint32_t i = b < an->fn->blocks.len ? an->fn->blocks.data[b].insts.len : 0; i-- > 0;) {
        const Inst *in = &an->fn->blocks.data[b].insts.data[i];
        if (!local_is(in->dst) || in->dst.i != temp)
            continue;
        if (in->op != INST_CONVERT || in->x.kind != OPERAND_TEMP)
            return in->op == INST_LOAD ? in->a : NO_PLACE;
        temp = in->x.index;
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

/* ---- a hook and its default ------------------------------------------------------------------ */
static bool same_value(const Analysis *an, const Operand *a, const Operand *b, int depth);

static bool same_place(const Analysis *an, PlaceId x, PlaceId y, int depth)
{
    if (!place_is(x) || !place_is(y) || depth > 4)
        return false;
    const Place *a = mir_place(an->fn, x), *b = mir_place(an->fn, y);
    if (a->base != b->base || a->count != b->count || a->local.i != b->local.i ||
        a->sym != b->sym ||
        (a->base == PLACE_DEREF && !same_value(an, &a->pointer, &b->pointer, depth + 1)))
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        const Projection *m = &an->fn->projections.data[a->first + i];
        const Projection *n = &an->fn->projections.data[b->first + i];
        if (m->kind != PROJ_FIELD || n->kind != PROJ_FIELD || m->field != n->field)
            return false;
    }
    return true;
}

/* Both are read from one place. */
static bool same_value(const Analysis *an, const Operand *a, const Operand *b, int depth)
{
    return a->kind == OPERAND_TEMP && b->kind == OPERAND_TEMP &&
           (a->index == b->index ||
            same_place(an, loaded_from(an, a->index), loaded_from(an, b->index), depth));
}

/* The call that is all that the block does, but for what it reads; or NULL. */
static const Inst *only_call(const Block *b)
{
    const Inst *call = NULL;
    for (uint32_t i = 0; i < b->insts.len; i++) {
        const Inst *in = &b->insts.data[i];
        if (in->op == INST_CALL && !call && !local_is(in->dst))
            call = in;
        else if (call || (in->op != INST_LOAD && in->op != INST_CONVERT))
            return NULL;
    }
    return call;
}

/* A pointer to a function that is compared with null, or is the condition itself; or NULL. */
static const Operand *asked_function(const Analysis *an, const Block *b)
{
    const Operand *o = &b->term.x;
    for (uint32_t i = b->insts.len; i-- > 0;) {
        const Inst *in = &b->insts.data[i];
        if (o->kind == OPERAND_TEMP && local_is(in->dst) && in->dst.i == o->index &&
            (in->op == INST_BINARY || in->op == INST_UNARY))
            o = &in->x;
    }
    if (o->kind != OPERAND_TEMP || o->type->kind != TYPE_POINTER)
        return NULL;
    PlaceId from = loaded_from(an, o->index);
    return place_is(from) && is_pointer_to_function(mir_place(an->fn, from)->type) ? o : NULL;
}

/* Does the function release what it gets as argument i? */
static bool releases(Engine *e, const Symbol *f, uint32_t i)
{
    const MirFunction *body = engine_definition(e, f);
    if (!body)
        return engine_memory_role(e, f) == MEMORY_RELEASED;
    const Summary *m = engine_function(e, body)->summary;
    for (uint32_t k = 0; m && k < m->cases.len; k++)
        for (uint32_t r = 0; r < m->cases.data[k].state->region_count; r++) {
            const RegionState *rs = &m->cases.data[k].state->regions[r];
            const RegionInfo *holder = &m->regions[m->regions[rs->region].parent];
            if (rs->life == LIFE_FREED && holder->kind == REGION_LOCAL && holder->index == i + 1)
                return true;
        }
    return false;
}

/* Does the call release something that the hook gets, and get nothing else? What the program itself
 * puts in the hook has to do the same. */
static bool stands_for(const Analysis *an, const Inst *call, const Inst *hook)
{
    Engine *e = an->engine;
    Hook h = hook_of(an->fn, loaded_from(an, hook->x.index));
    uintptr_t stored = 0;
    bool any = map_get(&e->hooks, hook_key(&h), &stored), released = false;
    for (uint32_t i = 0; i < call->arg_count; i++) {
        uint32_t k = 0;
        while (k < hook->arg_count && !same_value(an, &call->args[i], &hook->args[k], 0))
            k++;
        bool given = k < hook->arg_count;
        if (!given && call->args[i].kind == OPERAND_TEMP)
            return false;
        released |= given && releases(e, call->x.sym, i) &&
                    (!any || (stored && releases(e, (const Symbol *)stored, k)));
    }
    return released;
}

bool hook_default(const Analysis *an, uint32_t block, BlockId *way)
{
    const Term *t = &an->fn->blocks.data[block].term;
    const Operand *asked = asked_function(an, &an->fn->blocks.data[block]);
    for (int side = 0; asked && side < 2; side++) {
        BlockId set = side ? t->other : t->then;
        *way = side ? t->then : t->other;
        const Block *with = &an->fn->blocks.data[set.i], *without = &an->fn->blocks.data[way->i];
        const Inst *hook = only_call(with), *call = hook ? only_call(without) : NULL;
        if (call && hook->x.kind == OPERAND_TEMP && call->x.kind == OPERAND_GLOBAL &&
            with->term.kind == without->term.kind && with->term.then.i == without->term.then.i &&
            same_value(an, asked, &hook->x, 0))
            return stands_for(an, call, hook);
    }
    return false;
}
