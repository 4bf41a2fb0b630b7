/* engine/refcount.c - which fields count owners, found before the analysis starts.
 *
 *     static int put(struct obj *o) { if (--o->refs == 0) ... }      refs counts owners
 *
 * A field that some function takes one from and then compares with zero, and that none uses as an
 * index: s->at[--s->n] counts elements. Of an object that somebody can still reach it is one or
 * more: without that, get(o); put(o); would seem to free what the caller holds. Fields are known by
 * the names of their record and their own, which are the same in every unit. */
#include "engine/engine.h"

enum { COUNTS = 1, INDEXES = 2 }; /* bits in Engine.count_fields */

static uintptr_t what_is_seen(const Engine *e, uint64_t key)
{
    uintptr_t seen = 0;
    if (key)
        (void)map_get(&e->count_fields, key, &seen);
    return seen;
}

static void add_seen(Engine *e, uint64_t key, uintptr_t seen)
{
    if (key)
        map_put(&e->count_fields, key, what_is_seen(e, key) | seen);
}

static uint64_t field_key(const Field *f)
{
    const Record *r = f->owner;
    if (!f->name || !r)
        return 0;
    return hash_mix(hash_mix(3, MAP_KEY_PTR(f->name)),
                    MAP_KEY_PTR(r->tag ? r->tag : r->typedef_name));
}

static const Field *last_field(const MirFunction *fn, PlaceId id)
{
    if (!place_is(id))
        return NULL;
    const Place *p = mir_place(fn, id);
    if (!p->count || fn->projections.data[p->first + p->count - 1].kind != PROJ_FIELD)
        return NULL;
    return fn->projections.data[p->first + p->count - 1].field;
}

static void add_index(Engine *e, const Field *loaded, const Field *less_one)
{
    const Field *f = less_one ? less_one : loaded;
    if (f)
        add_seen(e, field_key(f), INDEXES);
}

/* Is it a question for the last one? That for less than none takes zero for a count like others. */
static bool asks_for_last(const Inst *in)
{
    if (in->op == INST_UNARY)
        return in->sub == UN_LNOT;
    bool below = in->sub == BIN_LT || in->sub == BIN_GE;
    return in->op == INST_BINARY && is_comparison(in->sub) && in->y.kind == OPERAND_INT &&
           in->y.u.bits <= 1 && in->y.u.bits >= below;
}

/* Temps that hold a field's value (loaded[t]) or that less one (less_one[t]). */
static void look_into(Engine *e, Arena *scratch, const MirFunction *fn)
{
    const Field **loaded = ARENA_ARRAY(scratch, const Field *, fn->locals.len);
    const Field **less_one = ARENA_ARRAY(scratch, const Field *, fn->locals.len);
    const Field *down = NULL, *tested = NULL;
    for (uint32_t b = 0; b < fn->blocks.len; b++) {
        const Block *block = &fn->blocks.data[b];
        for (uint32_t i = 0; i < block->insts.len; i++) {
            const Inst *in = &block->insts.data[i];
            uint32_t x = in->x.kind == OPERAND_TEMP ? in->x.index : UINT32_MAX;
            if (in->op == INST_LOAD && type_is_integer(fn->locals.data[in->dst.i].type)) {
                loaded[in->dst.i] = last_field(fn, in->a);
            } else if (in->op == INST_BINARY && in->sub == BIN_SUB && x != UINT32_MAX &&
                       loaded[x] && in->y.kind == OPERAND_INT && in->y.u.bits == 1) {
                less_one[in->dst.i] = loaded[x];
            } else if ((in->op == INST_CONVERT || in->op == INST_ASSIGN) && x != UINT32_MAX) {
                loaded[in->dst.i] = loaded[x];
                less_one[in->dst.i] = less_one[x];
            } else if (in->op == INST_PTRADD && in->y.kind == OPERAND_TEMP) {
                add_index(e, loaded[in->y.index], less_one[in->y.index]);
            } else if (in->op == INST_STORE && x != UINT32_MAX && less_one[x] &&
                       less_one[x] == last_field(fn, in->a)) {
                down = less_one[x];
            } else if (x != UINT32_MAX && asks_for_last(in)) {
                tested = less_one[x] ? less_one[x] : loaded[x] ? loaded[x] : tested;
            }
        }
        if (block->term.kind == TERM_BRANCH && block->term.x.kind == OPERAND_TEMP &&
            less_one[block->term.x.index])
            tested = less_one[block->term.x.index];
        if (down && tested == down)
            add_seen(e, field_key(down), COUNTS);
    }
    for (uint32_t i = 0; i < fn->projections.len; i++) {
        const Projection *p = &fn->projections.data[i];
        if (p->kind == PROJ_INDEX && p->index.kind == OPERAND_TEMP)
            add_index(e, loaded[p->index.index], less_one[p->index.index]);
    }
}

void engine_find_counts(Engine *e)
{
    Arena *scratch = arena_new();
    for (uint32_t u = 0; u < e->program->unit_count; u++)
        for (uint32_t i = 0; i < e->program->units[u].function_count; i++)
            if (e->program->units[u].functions[i]) {
                look_into(e, scratch, e->program->units[u].functions[i]);
                arena_reset(scratch);
            }
    arena_destroy(scratch);
}

bool engine_field_counts(const Engine *e, const Field *f)
{
    return what_is_seen(e, field_key(f)) == COUNTS;
}

void engine_add_count(Engine *e, const Field *f)
{
    add_seen(e, field_key(f), COUNTS);
}

bool engine_counts_owners(const Engine *e, const MirFunction *fn, PlaceId place)
{
    const Field *f = last_field(fn, place);
    return f && engine_field_counts(e, f);
}

bool engine_is_counted(const Engine *e, const Type *t)
{
    if (!t || t->kind != TYPE_STRUCT)
        return false;
    for (uint32_t i = 0; i < t->u.record->field_count; i++) {
        const Field *f = &t->u.record->fields[i];
        if (type_is_integer(f->type) ? engine_field_counts(e, f) : engine_is_counted(e, f->type))
            return true;
    }
    return false;
}
