/* engine/enter.c - a callee entered with what one caller knows, where its cases have lost it.
 *
 *     void set(struct image *i, const char *name)        hundreds of ways, joined to eight: on some
 *     {                                                  i->name is released, as far as they know
 *         if (i->mine & NAME) free(i->name); ...
 *         i->name = copy(name);
 *     }
 *     i->mine |= NAME; ...; set(i, i->name);             here there is but one
 *
 * The cases of a callee are what it does for anybody. Where one of them uses, or releases again, an
 * object that it has released by another name (names.c), and joins have left open which it is, the
 * callee is analysed again for this call: what it finds at entry are the constants, ranges and null
 * pointers of the caller's state, and one object is one object whatever it is called by. The caller
 * violates what every way that comes back violates.
 *
 * So is a callee that moves a pointer by a parameter and keeps it, where the outside may make the
 * argument negative: advance(r, read(fd, r->room, n)). Only the caller may know that the pointer is
 * at the start of its object.
 *
 * Nothing else is kept of such an analysis: it costs only where there is something to tell. */
#include "engine/engine.h"

enum { MOST_ENTERED = 8 /* analyses of one function */, DEEPEST_NUMBER = 4 };

typedef struct Known {
    uint32_t id;  /* the callee's region */
    Value caller; /* the pointer that leads to it in the caller */
} Known;

struct Entered {
    Analysis *an; /* the caller */
    State *s;     /* as it makes the call */
    const Inst *in;
    VEC(Known) objects;
    Map numbers;       /* the caller's symbol -> the callee's, what it is made of unknown */
    uint32_t region;   /* of the caller: is it used after its release? Or what `moved` leads to */
    const char *moved; /* where a pointer was moved before its object; or NULL */
    Event release;     /* on one of them; and what was done to the object afterwards */
    Violation what;
    uint32_t ways;  /* that came back */
    bool otherwise; /* one of them without */
};

static const Value *known_region(const Entered *x, uint32_t region)
{
    for (uint32_t i = 0; i < x->objects.len; i++)
        if (x->objects.data[i].id == region)
            return &x->objects.data[i].caller;
    return NULL;
}

/* ---- what the callee finds ------------------------------------------------------------------- */
/* What the caller has there; UNKNOWN: nothing that it knows. */
static Value callers_value(const Analysis *an, uint32_t region, int64_t off, const Type *type)
{
    Entered *x = an->entered;
    const RegionInfo *info = region_info(an, region);
    if (info->kind == REGION_LOCAL)
        return !off && info->index && info->index <= x->in->arg_count
                   ? inst_argument(x->an, x->s, x->in, info->index - 1)
                   : value_unknown();
    const Value *known = known_region(x, region);
    Value at = info->kind == REGION_GLOBAL ? value_ptr(region_for_symbol(x->an, info->sym), 0)
               : known                     ? *known
                                           : value_unknown();
    if (at.kind != VAL_PTR)
        return value_unknown();
    at.num += off;
    Value size = state_region(x->an, x->s, at.id)->size;
    if (at.num < 0 || (size.kind == VAL_INT && at.num + (int64_t)type->size > size.num))
        return value_unknown();
    return state_load(x->an, x->s, at.id, at.num, 0, type);
}

/* The object that v is in the caller, perhaps under the name that it has here already. */
static Value pointer_of(Analysis *an, Value v, Value fresh)
{
    Entered *x = an->entered;
    const RegionInfo *info = region_info(x->an, v.id);
    if (v.off_sym)
        return fresh;
    if (info->kind == REGION_GLOBAL)
        return value_ptr(region_for_symbol(an, info->sym), v.num);
    for (uint32_t i = 0; i < x->objects.len; i++)
        if (x->objects.data[i].caller.id == v.id)
            return value_ptr(x->objects.data[i].id, v.num - x->objects.data[i].caller.num);
    VEC_PUSH(an->arena, &x->objects, ((Known){fresh.id, v}));
    return fresh;
}

/* The caller's number: made of numbers as it is there. */
static Value number_of(Analysis *an, State *s, Value v, Value fresh, uint32_t depth)
{
    Entered *x = an->entered;
    if (v.kind != VAL_SYM)
        return v.kind == VAL_INT ? value_int(v.num) : value_unknown();
    const SymInfo i = *sym_info(x->an, v.id);
    uintptr_t got;
    Value is = value_unknown();
    if (i.kind == SYMBOL_BINARY && depth < DEEPEST_NUMBER && !is_comparison(i.op)) {
        Value a = number_of(an, s, i.a, value_unknown(), depth + 1);
        Value b = number_of(an, s, i.b, value_unknown(), depth + 1);
        if (value_is_number(a) && value_is_number(b))
            is = value_binary(an, s, (BinaryOp)i.op, a, b, i.type, i.type);
    }
    if (!value_is_number(is) && map_get(&x->numbers, v.id, &got)) {
        is = value_sym((uint32_t)got, 0);
    } else if (!value_is_number(is)) {
        SymInfo info = {.kind = SYMBOL_ENTRY,
                        .type = i.type,
                        .outside = value_is_outside(x->an, v),
                        .who = i.who};
        if (fresh.kind == VAL_SYM)
            info.region = sym_info(an, fresh.id)->region, info.off = sym_info(an, fresh.id)->off;
        VEC_PUSH(an->arena, &an->syms, info);
        is = value_sym(an->syms.len - 1, 0);
        map_put(&x->numbers, v.id, is.id);
    }
    Value base = value_sym(v.id, 0);
    Interval range = state_range(x->an, x->s, base, i.type);
    (void)state_assume_interval(an, s, is, i.type, range.lo, range.hi);
    if (state_excludes(x->an, x->s, base, 0))
        (void)state_assume_not(an, s, is, i.type, 0);
    is.num += v.num;
    return is;
}

Value entered_value(Analysis *an, State *s, uint32_t region, int64_t off, const Type *type,
                    Value fresh)
{
    Value v = callers_value(an, region, off, type);
    if (fresh.kind == VAL_PTR) {
        Value is = v.kind == VAL_PTR   ? pointer_of(an, v, fresh)
                   : v.kind == VAL_INT ? value_int(v.num)
                                       : fresh;
        if (is.kind == VAL_PTR)
            (void)state_region(an, s, is.id);
        return is;
    }
    Value is = fresh.kind == VAL_SYM ? number_of(an, s, v, fresh, 0) : fresh;
    return is.kind == VAL_UNKNOWN ? fresh : is;
}

void entered_region(const Analysis *an, RegionState *rs)
{
    const Entered *x = an->entered;
    const Value *known = known_region(x, rs->region);
    if (!known)
        return;
    int null = state_nullness(x->an, x->s, *known);
    const RegionState *there = state_region_find(x->s, known->id);
    rs->null = null == 1 ? NULL_IS : null == 0 ? NULL_NO : NULL_UNKNOWN;
    rs->life = there && there->life != LIFE_LIVE ? LIFE_UNKNOWN : LIFE_LIVE;
}

/* ---- what it does ---------------------------------------------------------------------------- */
static const char *place_in(const Analysis *an, Span at)
{
    return arena_printf(an->engine->arena, "`%s` (%s)", NAME_TEXT(an->fn->sym->name),
                        place_text(an->engine->arena, an->fn->unit, at));
}

void entered_violation(Analysis *an, State *s, const Violation *v)
{
    Entered *x = an->entered;
    const Value *known = known_region(x, v->region);
    if (known && v->kind == VIOLATION_BOUNDS && v->other.kind == VAL_INT && !v->other.num) {
        x->region = known->id;
        x->moved = place_in(an, v->span);
    }
    bool twice = v->kind == VIOLATION_RELEASED_TWICE;
    if (!known || known->id != x->region ||
        (v->kind != VIOLATION_FREED_USE && v->kind != VIOLATION_MOVED_USE && !twice))
        return;
    s->condemned = true;
    x->release = an->events.data[v->cause];
    if (!x->release.inner)
        x->release.inner = place_in(an, x->release.span);
    x->what = (Violation){.kind = v->kind, .callee = twice ? v->callee : NULL};
    if (twice)
        x->what.inner = v->inner ? v->inner : place_in(an, v->span);
}

void entered_exit(Analysis *an, State *s)
{
    Entered *x = an->entered;
    x->ways++;
    x->otherwise |= !s->condemned;
    state_drop(an, s);
}

static bool enter(Entered *x, const State *s, FunctionResult *callee)
{
    Analysis *an = x->an;
    if (callee->cycle || (callee->bound && !bound_to_constants(callee)) || an->entered ||
        callee->entries == MOST_ENTERED)
        return false;
    callee->entries++;
    uint32_t ordinal = an->ordinal;
    Arena *arena = arena_new();
    map_init(&x->numbers, arena);
    x->s = state_copy(an, s);
    FunctionResult r = {.fn = callee->fn, .entered = x};
    engine_analyse(an->engine, &r);
    arena_destroy(arena);
    state_drop(an, x->s);
    an->ordinal = ordinal;
    return !r.gave_up && !r.broken;
}

uint32_t released_and_used(Analysis *an, State *s, const Inst *in, const Callee *c, uint32_t region,
                           Violation *what)
{
    Entered x = {.an = an, .in = in, .region = region};
    if (!enter(&x, s, c->result) || !x.ways || x.otherwise)
        return 0;
    uint32_t e = event_add(an, s, EVENT_FREE, region, in->span, x.release.who, x.release.inner);
    an->events.data[e].family = x.release.family;
    RegionState *rs = state_region(an, s, region);
    rs->life = LIFE_FREED;
    rs->event = e;
    *what = x.what;
    return e;
}

const char *moved_before_start(Analysis *an, State *s, const Inst *in, const Callee *c,
                               uint32_t *region)
{
    Entered x = {.an = an, .in = in};
    bool entered = enter(&x, s, c->result);
    *region = x.region;
    return entered ? x.moved : NULL;
}

bool known_start(const Analysis *an, uint32_t region, int64_t *off)
{
    const RegionInfo *i = region_info(an, region);
    const Value *known = an->entered ? known_region(an->entered, region) : NULL;
    if (known && !known->off_sym) {
        *off += known->num;
        return known_start(an->entered->an, known->id, off);
    }
    return i->kind == REGION_HEAP || i->kind == REGION_LOCAL || i->kind == REGION_GLOBAL ||
           i->kind == REGION_STRING;
}
