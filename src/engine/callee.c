/* engine/callee.c - which functions a call through a pointer can be of.
 *
 *     static const struct ops file_ops = {.close = file_close};
 *     o->ops->close(o)                 with o->ops = &file_ops: file_close
 *
 *     static handler *const handlers[] = {on_open, on_close};
 *     handlers[i](o)                   each of them, with what i is then
 *
 * Only variables that nobody writes say so: those of const type, and static ones that no function
 * of their unit stores to or takes the address of. A name without an initialiser here is defined in
 * another unit and says nothing. Of const type they say what numbers they hold as well. */
#include "engine/engine.h"

enum { MOST_CANDIDATES = 8 };

/* ---- variables that nobody writes ------------------------------------------------------------ */
static void note_written(Engine *e, const Symbol *sym)
{
    if (sym && sym->kind == SYM_VAR && sym->init && sym->init->kind == EXPR_INIT_LIST)
        map_put(&e->written, MAP_KEY_PTR(sym), 1);
}

static void note_place(Engine *e, const MirFunction *fn, PlaceId id)
{
    if (place_is(id) && mir_place(fn, id)->base == PLACE_GLOBAL)
        note_written(e, mir_place(fn, id)->sym);
}

static void note_operand(Engine *e, const Operand *o)
{
    if (o->kind == OPERAND_GLOBAL)
        note_written(e, o->sym);
}

static void note_inst(Engine *e, const MirFunction *fn, const Inst *in)
{
    if (in->op != INST_LOAD)
        note_place(e, fn, in->a);
    note_operand(e, &in->x);
    note_operand(e, &in->y);
    for (uint32_t i = 0; i < in->arg_count; i++)
        note_operand(e, &in->args[i]);
    for (uint32_t i = 0; in->asm_ && i < in->asm_->out_count; i++)
        note_place(e, fn, in->asm_->outs[i]);
}

static void note_function(Engine *e, const MirFunction *fn)
{
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++)
            note_inst(e, fn, &fn->blocks.data[b].insts.data[i]);
}

void engine_find_written(Engine *e)
{
    for (uint32_t u = 0; u < e->program->unit_count; u++)
        for (uint32_t i = 0; i < e->program->units[u].function_count; i++)
            if (e->program->units[u].functions[i])
                note_function(e, e->program->units[u].functions[i]);
}

static bool is_const(const Type *t)
{
    while (t->kind == TYPE_ARRAY && !(t->quals & QUAL_CONST))
        t = t->elem;
    return (t->quals & QUAL_CONST) && !(t->quals & QUAL_VOLATILE);
}

bool region_is_constant(const Analysis *an, uint32_t region)
{
    const RegionInfo *i = region_info(an, region);
    return i->kind == REGION_GLOBAL && i->sym->kind == SYM_VAR && is_const(i->sym->type);
}

static const Symbol *variable_with_value(const Analysis *an, uint32_t region)
{
    const RegionInfo *i = region_info(an, region);
    const Symbol *sym = i->kind == REGION_GLOBAL ? i->sym : NULL;
    return sym && sym->kind == SYM_VAR && sym->init ? sym : NULL;
}

static const Symbol *holder(const Analysis *an, uint32_t region)
{
    const Symbol *sym = variable_with_value(an, region);
    uintptr_t yes;
    if (!sym || sym->init->kind != EXPR_INIT_LIST)
        return NULL;
    bool constant = is_const(sym->type) || (sym->linkage != LINK_EXTERNAL &&
                                            !map_get(&an->engine->written, MAP_KEY_PTR(sym), &yes));
    return constant ? sym : NULL;
}

/* ---- what they hold -------------------------------------------------------------------------- */
const Symbol *initialiser_function(const Expr *v)
{
    const Symbol *sym = v && v->kind == EXPR_IDENT ? v->u.ident.sym : NULL;
    return sym && sym->kind == SYM_FUNCTION ? sym : NULL;
}

/* The entry's function; NULL: something else. */
static const Symbol *entry_function(const InitEntry *e)
{
    return e->repeat <= 1 ? initialiser_function(e->value) : NULL;
}

bool holds_functions(const Analysis *an, uint32_t region)
{
    const Symbol *sym = holder(an, region);
    for (uint32_t i = 0; sym && i < sym->init->u.init.entry_count; i++)
        if (entry_function(&sym->init->u.init.entries[i]))
            return true;
    return false;
}

bool function_held(Analysis *an, uint32_t region, int64_t off, Value *out)
{
    const Symbol *sym = holder(an, region);
    const InitEntry *found = NULL;
    for (uint32_t i = 0; i < sym->init->u.init.entry_count; i++)
        if (sym->init->u.init.entries[i].offset == (uint64_t)off)
            found = &sym->init->u.init.entries[i]; /* the last one counts */
    const Symbol *f = found ? entry_function(found) : NULL;
    if (!f)
        return false;
    *out = value_ptr(region_for_symbol(an, f), 0);
    return true;
}

/* The number, or the null pointer, that an initialiser of type t gives. */
static bool number_given(const Expr *e, const Type *t, const Type *type, Value *out)
{
    bool pointer = type->kind == TYPE_POINTER && t->kind == TYPE_POINTER;
    bool number = type_is_integer(type) && type_is_integer(t) && type->width <= 64;
    i128 n;
    while (e && e->kind == EXPR_CONVERT && e->u.cast.operand && !e->is_const)
        e = e->u.cast.operand; /* gone where the unit was moved */
    if (!e || (!number && !pointer) || t->size != type->size || !sema_const_int(e, &n) ||
        (n && pointer))
        return false;
    Interval all = interval_of_type(type);
    *out = value_int((int64_t)n);
    return pointer || (n >= all.lo && n <= all.hi);
}

bool number_held(const Analysis *an, uint32_t region, int64_t off, const Type *type, Value *out)
{
    const Symbol *sym = variable_with_value(an, region);
    int64_t end = off + (int64_t)type->size;
    if (!sym || !region_is_constant(an, region) || off < 0 || end > (int64_t)sym->type->size)
        return false;
    const Expr *init = sym->init;
    if (init->kind != EXPR_INIT_LIST)
        return !off && number_given(init, sym->type, type, out);
    const InitEntry *found = NULL;
    for (uint32_t i = 0; i < init->u.init.entry_count; i++) {
        const InitEntry *e = &init->u.init.entries[i];
        if (e->bit_field || e->repeat > 1)
            return false;
        if ((int64_t)e->offset < end && (int64_t)(e->offset + e->type->size) > off)
            found = e;
    }
    if (found)
        return (int64_t)found->offset == off && number_given(found->value, found->type, type, out);
    *out = value_int(0); /* C23 6.7.11p20 */
    return type_is_integer(type) || type->kind == TYPE_POINTER;
}

/* ---- calls through a table ------------------------------------------------------------------- */
typedef struct Candidate {
    const Symbol *function;
    int64_t index; /* value of the offset's symbol */
    bool several;  /* at several places: no index is known */
} Candidate;

/* Functions at off + n * stride; 0: none, or too many to go through. */
static uint32_t candidates(const Symbol *table, int64_t off, Candidate *out)
{
    const Type *t = table->type;
    uint64_t stride = t->kind == TYPE_ARRAY ? t->elem->size : 0;
    uint32_t n = 0;
    for (uint32_t i = 0; stride && i < table->init->u.init.entry_count; i++) {
        const InitEntry *e = &table->init->u.init.entries[i];
        const Symbol *f = entry_function(e);
        if (e->offset % stride != (uint64_t)off % stride)
            continue;
        if (!f && e->value && e->value->kind == EXPR_INT)
            continue; /* null: nobody calls it on purpose */
        if (!f)
            return 0;
        uint32_t k = 0;
        while (k < n && out[k].function != f)
            k++;
        if (k == MOST_CANDIDATES)
            return 0;
        out[k] = (Candidate){f, (int64_t)e->offset - off, k < n};
        n += k == n;
    }
    return n;
}

bool call_by_table(Analysis *an, State *s, const Inst *in, StateList *out)
{
    Value v = eval_operand(an, s, &in->x);
    if (v.kind != VAL_PTR || v.num || v.off_sym)
        return false;
    const RegionInfo i = *region_info(an, v.id);
    if (i.kind != REGION_ENTRY || !i.off_sym || i.off < 0 || !holds_functions(an, i.parent))
        return false;
    Candidate all[MOST_CANDIDATES + 1];
    uint32_t n = candidates(holder(an, i.parent), i.off, all), base = an->ordinal;
    const Type *t = type_basic(an->fn->unit->types, TYPE_LONG);
    for (uint32_t k = 0; k < n; k++) {
        State *one = state_copy(an, s);
        if (n > 1 && !all[k].several &&
            !state_assume_interval(an, one, value_sym(i.off_sym, 0), t, all[k].index,
                                   all[k].index)) {
            state_drop(an, one);
            continue;
        }
        an->ordinal = base + 100000 * (k + 1);
        state_set_temp(an, one, (LocalId){in->x.index},
                       value_ptr(region_for_symbol(an, all[k].function), 0));
        eval_call(an, one, in, out);
    }
    if (n)
        state_drop(an, s);
    return n > 0;
}
