/* engine/apply.c - a call by the cases of the callee's summary.
 *
 *     int take(struct s *p) { if (p->n > 8) { free(p); return -1; } return 0; }
 *     q->n = 9; take(q);         case 2 contradicts what is known of q->n: case 1 alone is left
 *
 * Applying a case: the callee's symbols and regions that stood for things at entry are looked up in
 * the caller's state (lazily, materialising further); facts that contradict the caller kill the
 * case; needs are asked; then freed regions, stored cells and the result are carried over. As in
 * compositional separation-logic analyses (Calcagno, Distefano, O'Hearn, Yang, POPL 2009) and with
 * the manifest/latent distinction of Le et al., OOPSLA 2022: a need behind a condition that only
 * the caller's own callers decide is no claim.
 *
 * Imprecise on purpose: two parameters are taken for different objects inside the callee. */
#include "engine/mapping.h"
#include "engine/strfn.h"

static Value map_sym(Mapping *x, uint32_t sym);

/* The callee's parameter i lives in its local i + 1; its region is where the argument's value
 * is. */
bool mapping_parameter(const Mapping *x, uint32_t region, uint32_t *index)
{
    const RegionInfo *i = &x->m->regions[region];
    if (i->kind != REGION_LOCAL || i->index == 0 || i->index > x->m->param_count)
        return false;
    *index = i->index - 1;
    return true;
}

/* Who makes the call, and with what: the instruction, or a callee with a function that it got. */
static uint32_t argument_count(const Mapping *x)
{
    return x->by ? x->by->call->count : x->in->arg_count;
}

static const char *asker(const Mapping *x)
{
    return x->by ? x->by->asker : x->callee->name;
}

/* Where argument `index` is; nothing: it is no expression of ours. */
static Span argument_span(const Mapping *x, uint32_t index)
{
    int from = x->by ? x->by->from[index] : (int)index;
    return from < 0 ? (Span){LOC_NONE, LOC_NONE} : inst_argument_span(x->an, x->in, (uint32_t)from);
}

/* The place in the callee that asks: of a parameter of it (UINT32_MAX: of something else). */
static const char *asking_place(const Mapping *x, uint32_t index, Span at)
{
    if (x->by && x->by->call->place) /* a library's own code has none */
        return index < x->by->call->count ? x->by->call->places[index] : x->by->call->place;
    return arena_printf(x->an->engine->arena, "`%s` (%s)", x->callee->name,
                        place_text(x->an->engine->arena, x->m->unit, at));
}

Value mapping_value(Mapping *x, Value v)
{
    if (v.kind == VAL_SYM) {
        Value base = map_sym(x, v.id);
        if (base.kind == VAL_INT) {
            base.num += v.num;
            base.id = 0;
            return base;
        }
        if (base.kind == VAL_SYM) {
            base.num += v.num;
            return base;
        }
        return v.num ? value_unknown() : base;
    }
    if (v.kind == VAL_PTR) {
        Value base = mapping_region(x, v.id);
        if (base.kind == VAL_PTR) {
            base.num += v.num;
            if (v.off_sym) {
                Value off = map_sym(x, v.off_sym);
                if (off.kind == VAL_INT)
                    base.num += off.num;
                else
                    base.off_sym = off.kind == VAL_SYM && off.num == 0 && !base.off_sym
                                       ? off.id
                                       : sym_fresh(x->an, x->m->syms[v.off_sym].type, false);
            }
        } else if (base.kind == VAL_INT && base.num == 0 && (v.num != 0 || v.off_sym)) {
            Value off = v.off_sym ? map_sym(x, v.off_sym) : value_int(0);
            if (off.kind != VAL_INT || off.num + v.num)
                return value_unknown(); /* null plus a number that may well be none but 0 */
        }
        return base;
    }
    if (is_no_address(v) && v.num <= 0 && v.id && v.id < x->m->event_count) {
        /* a null that the callee explains: the call is where it comes from */
        const Event *e = &x->m->events[v.id];
        Value n = value_int(v.num);
        n.id =
            event_add(x->an, x->s, EVENT_NULL, 0, x->in->span, x->callee->name,
                      e->inner ? e->inner : place_text(x->an->engine->arena, x->m->unit, e->span));
        x->an->events.data[n.id].supposed = e->supposed || x->conditional;
        return n;
    }
    return v;
}

/* The value that stood at (parent, off) in the caller when the callee was entered. */
/* Reads for the callee what was there at entry. What only some of the joined ways of the case have
 * looked at, nobody has looked at for certain. */
static Value load_entry(Mapping *x, const Cell *in_case, uint32_t region, int64_t off,
                        uint32_t off_sym, const Type *type)
{
    const Cell *there;
    (void)state_peek(x->an, x->s, region, off, off_sym, type->size, &there);
    Value v = state_load(x->an, x->s, region, off, off_sym, type);
    if (there || !in_case || !in_case->sometimes)
        return v;
    (void)state_peek(x->an, x->s, region, off, off_sym, type->size, &there);
    if (there && cell_is_entry(x->an, there)) {
        Cell seen = *there;
        seen.sometimes = true;
        state_put_cell(x->an, x->s, &seen);
    }
    return v;
}

/* The cell of the case that starts there, whatever its size, or NULL. */
static const Cell *cell_that_starts(const State *s, uint32_t region, int64_t off, uint32_t off_sym)
{
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region; i++)
        if (s->cells[i].off == off && s->cells[i].off_sym == off_sym)
            return &s->cells[i];
    return NULL;
}

static Value entry_lookup(Mapping *x, uint32_t parent, int64_t off, uint32_t off_sym,
                          const Type *type)
{
    uint32_t index;
    if (mapping_parameter(x, parent, &index)) {
        if (x->by) {
            Value v =
                !off && index < argument_count(x) ? x->by->call->args[index] : value_unknown();
            return v.kind == VAL_UNKNOWN ? value_fresh(x->an, x->s, type, false) : v;
        }
        if (index < x->in->arg_count &&
            x->in->args[index].kind == OPERAND_PLACE) { /* a struct by value */
            PlaceRef from = eval_place(x->an, x->s, (PlaceId){x->in->args[index].index}, false);
            if (from.known && !off_sym)
                return state_load(x->an, x->s, from.region, from.off + off, from.off_sym, type);
            return value_fresh(x->an, x->s, type, false);
        }
        if (off != 0 || index >= x->in->arg_count)
            return value_fresh(x->an, x->s, type, false);
        return eval_operand(x->an, x->s, &x->in->args[index]);
    }
    Value base = mapping_region(x, parent);
    if (base.kind != VAL_PTR)
        return value_fresh(x->an, x->s, type, false);
    Value size = state_region(x->an, x->s, base.id)->size;
    if (!off_sym && !base.off_sym && size.kind == VAL_INT &&
        base.num + off + (int64_t)type->size > size.num)
        return value_fresh(x->an, x->s, type, false); /* beyond the object: a need of its own */
    if (off_sym) {
        Value o = map_sym(x, off_sym);
        if (o.kind == VAL_INT && !base.off_sym)
            return state_load(x->an, x->s, base.id, base.num + off + o.num, 0, type);
        Value v = value_fresh(x->an, x->s, type, value_is_outside(x->an, o));
        if (o.kind == VAL_SYM && !base.off_sym)
            note_candidates(x->an, x->s, v, base.id, base.num + off + o.num, o.id);
        return v;
    }
    return load_entry(x, cell_that_starts(x->c->state, parent, off, 0), base.id, base.num + off,
                      base.off_sym, type);
}

static Value map_region_uncached(Mapping *x, uint32_t r)
{
    const RegionInfo *i = &x->m->regions[r];
    Analysis *an = x->an;
    switch ((RegionKind)i->kind) {
    case REGION_GLOBAL: {
        uint32_t before = an->regions.len, made = region_for_symbol(an, i->sym);
        if (made >= before && x->m->unit != an->fn->unit) /* declared in a file of another unit */
            an->regions.data[made].span = (Span){LOC_NONE, LOC_NONE};
        return value_ptr(made, 0);
    }
    case REGION_ENTRY: {
        Types *types = an->fn->unit->types;
        if (i->type && i->handle)
            return entry_lookup(x, i->parent, i->off, i->off_sym, i->type);
        return entry_lookup(x, i->parent, i->off, i->off_sym,
                            type_pointer(types, type_basic(types, TYPE_VOID)));
    }
    case REGION_HEAP:
    case REGION_HANDLE: {
        RegionInfo info = *i;
        info.span = x->in->span;
        if (i->size.kind != VAL_INT)
            info.size = value_unknown(); /* a number of the callee's: carry_made maps it */
        info.maker = x->callee->name;
        info.moved_from = 0; /* a number of the callee's */
        info.automatic = false;
        const FunctionContract *k = x->callee->contract;
        if (k && k->result.own && x->c->result.kind == VAL_PTR && x->c->result.id == r)
            info.family = k->result.family; /* the declaration's word */
        return value_ptr(region_fresh(an, &info), 0);
    }
    case REGION_STRING: {
        RegionInfo info = {
            .kind = REGION_STRING, .type = i->type, .size = i->size, .index = i->index};
        return value_ptr(region_fresh(an, &info), 0);
    }
    case REGION_LOCAL:
        if (i->index == 0 && place_is(x->in->a)) { /* the struct that is returned */
            PlaceRef to = eval_place(an, x->s, x->in->a, false);
            if (to.known)
                return (Value){VAL_PTR, to.region, to.off_sym, to.off};
        }
        return value_unknown();
    case REGION_UNKNOWN:
    case REGION_NONE: {
        RegionInfo info = {.kind = REGION_UNKNOWN,
                           .type = i->type,
                           .span = x->in->span,
                           .memory = i->memory,
                           .given = i->given};
        return value_ptr(region_fresh(an, &info), 0);
    }
    }
    return value_unknown();
}

Value mapping_region(Mapping *x, uint32_t r)
{
    if (!x->region_done[r]) {
        x->region_done[r] = true;
        x->regions[r] = value_unknown();
        x->regions[r] = map_region_uncached(x, r);
    }
    return x->regions[r];
}

static Value map_sym(Mapping *x, uint32_t sym)
{
    if (x->sym_done[sym])
        return x->syms[sym];
    x->sym_done[sym] = true;
    x->syms[sym] = value_unknown();
    const SymInfo *i = &x->m->syms[sym];
    Value v = value_unknown();
    Types *types = x->an->fn->unit->types;
    switch ((SymKind)i->kind) {
    case SYMBOL_ENTRY: v = entry_lookup(x, i->region, i->off, i->off_sym, i->type); break;
    case SYMBOL_LENGTH: {
        v = string_length(x->an, x->s, mapping_region(x, i->region));
        if (v.kind == VAL_INT && v.num < 0)
            v = value_unknown();
        break;
    }
    case SYMBOL_BINARY: {
        Value a = mapping_value(x, i->a), b = mapping_value(x, i->b);
        bool compare = is_comparison(i->op);
        const Type *t = compare && i->a.kind == VAL_SYM   ? x->m->syms[i->a.id].type
                        : compare && i->a.kind == VAL_PTR ? type_basic(types, TYPE_ULONG)
                                                          : i->type;
        v = value_binary(x->an, x->s, (BinaryOp)i->op, a, b, t, i->type);
        break;
    }
    case SYMBOL_UNARY:
        v = value_unary(x->an, x->s, (UnaryOp)i->op, mapping_value(x, i->a), i->type);
        break;
    case SYMBOL_CONVERT: {
        Value a = mapping_value(x, i->a);
        const Type *from = i->a.kind == VAL_SYM ? x->m->syms[i->a.id].type : i->type;
        v = value_convert(x->an, x->s, (ConvertKind)i->op, a, from, i->type);
        break;
    }
    case SYMBOL_FRESH:
    case SYMBOL_PTR_INT:
        v = value_fresh(x->an, x->s, i->type, i->outside);
        if (v.kind == VAL_SYM) {
            x->an->syms.data[v.id].memory = i->memory;
            x->an->syms.data[v.id].text = i->text;
            x->an->syms.data[v.id].loaded = i->loaded;
            x->an->syms.data[v.id].who = i->who;
        }
        break;
    }
    if (v.kind == VAL_UNKNOWN)
        v = value_fresh(x->an, x->s, i->type, i->outside);
    x->syms[sym] = v;
    return v;
}

/* ---- conditions ------------------------------------------------------------------------------ */
/* What rests on a value that was never initialised is nobody's decision. */
static bool rests_on_uninit(Mapping *x, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = &x->m->syms[sym];
    if (i->kind == SYMBOL_ENTRY)
        return map_sym(x, sym).kind == VAL_UNINIT;
    return depth < 6 && ((i->a.kind == VAL_SYM && rests_on_uninit(x, i->a.id, depth + 1)) ||
                         (i->b.kind == VAL_SYM && rests_on_uninit(x, i->b.id, depth + 1)));
}

/* The callee knows a number of what is a handle here: it is none, perhaps, or it is one. */
static bool assume_handle(Mapping *x, Value v, BinaryOp op, i128 n, const Type *t)
{
    const Type *truth = type_basic(x->an->fn->unit->types, TYPE_INT);
    Value c = value_binary(x->an, x->s, op, v, value_int((int64_t)n), t, truth);
    return state_assume(x->an, x->s, c, truth, true);
}

static bool map_handle_fact(Mapping *x, const Fact *f, Value v, const Type *t)
{
    Interval all = interval_of_type(t);
    if (f->lo == f->hi)
        return assume_handle(x, v, BIN_EQ, f->lo, t);
    return (f->lo == all.lo || assume_handle(x, v, BIN_GE, f->lo, t)) &&
           (f->hi == all.hi || assume_handle(x, v, BIN_LE, f->hi, t)) &&
           (!f->has_ne || assume_handle(x, v, BIN_NE, f->ne, t));
}

/* Zero, and a product of what is not zero? Only where it wraps, which is a finding of its own where
 * it decides a size: the case claims nothing. */
static bool only_wrapped(Mapping *x, const Fact *f, Value v)
{
    const SymInfo *i = v.kind == VAL_SYM && !v.num ? sym_info(x->an, v.id) : NULL;
    return i && f->lo == 0 && f->hi == 0 && i->kind == SYMBOL_BINARY && i->op == BIN_MUL &&
           state_excludes(x->an, x->s, i->a, 0) && state_excludes(x->an, x->s, i->b, 0);
}

static void map_fact(Mapping *x, const Fact *f)
{
    const SymInfo *info = &x->m->syms[f->sym];
    Value v = map_sym(x, f->sym);
    if (v.kind == VAL_UNINIT) {
        if (info->kind == SYMBOL_ENTRY)
            return; /* asked below */
        return;
    }
    if (v.kind == VAL_PTR) { /* a handle or an address in an integer */
        x->dead = type_is_integer(info->type) && !map_handle_fact(x, f, v, info->type);
        return;
    }
    if (only_wrapped(x, f, v))
        x->s->weak++;
    if (f->vague && info->kind == SYMBOL_LENGTH && value_is_outside(x->an, v))
        state_note_vague(x->an, x->s, v, f->vague);
    Interval before = state_interval(x->an, x->s, v, info->type);
    bool excluded = !f->has_ne || (f->ne >= INT64_MIN && f->ne <= INT64_MAX &&
                                   state_excludes(x->an, x->s, v, (int64_t)f->ne));
    if (!state_assume_interval(x->an, x->s, v, info->type, f->lo, f->hi) ||
        (f->has_ne && !state_assume_not(x->an, x->s, v, info->type, f->ne))) {
        x->dead = true;
        return;
    }
    uint64_t holes = f->holes & ~state_excluded(x->an, x->s, v);
    excluded = excluded && !holes;
    for (; holes; holes &= holes - 1)
        if (!state_assume_not(x->an, x->s, v, info->type, __builtin_ctzll(holes))) {
            x->dead = true;
            return;
        }
    Interval after = state_interval(x->an, x->s, v, info->type);
    bool narrowed =
        after.lo > before.lo || after.hi < before.hi || ((f->has_ne || f->holes) && !excluded);
    if (narrowed && info->depends && !value_is_outside(x->an, v) && !rests_on_uninit(x, f->sym, 0))
        x->conditional = true;
    x->blind |= narrowed && (value_is_blurred(x->an, v) || value_is_joined(x->an, v));
    bool derived = v.kind == VAL_SYM && sym_info(x->an, v.id)->kind != SYMBOL_FRESH &&
                   sym_info(x->an, v.id)->kind != SYMBOL_ENTRY;
    if (f->asked && derived) /* which may bound what it is made of */
        state_note_asked(x->an, x->s, v);
    /* a condition on a comparison tells of its operands as well */
    if (info->kind == SYMBOL_BINARY && is_comparison(info->op) && f->lo == f->hi &&
        !state_assume(x->an, x->s, v, info->type, f->lo != 0))
        x->dead = true;
}

static void map_null(Mapping *x, const RegionState *rs, Value v)
{
    int null = state_nullness(x->an, x->s, v);
    if (rs->null == NULL_IS) {
        if (null == 0 || !state_assume(x->an, x->s, v, NULL, false))
            x->dead = true;
        else if (null < 0) {
            x->conditional = true;
            if (v.kind == VAL_PTR)
                state_region(x->an, x->s, v.id)->flags |= REGION_SUPPOSED;
        }
        return;
    }
    if (rs->null != NULL_NO)
        return;
    if (rs->flags & REGION_NEEDED) {
        if (x->conditional && null > 0) {
            x->dead = true; /* latent: only some callers of the caller get here */
            return;
        }
        uint32_t index;
        const RegionInfo *info = &x->m->regions[rs->region];
        if (!mapping_parameter(x, info->parent, &index) || index >= argument_count(x))
            index = UINT32_MAX;
        ArgumentAsk ask = {.callee = asker(x),
                           .inner = asking_place(x, index, rs->need),
                           .nonnull = true,
                           .reached = index == UINT32_MAX || (x->by && x->by->from[index] < 0)};
        Span span = ask.reached ? x->in->span : argument_span(x, index);
        if (!span.begin)
            span = x->in->span;
        if (!oblige_argument(x->an, x->s, v, span, &ask))
            x->dead = true;
        return;
    }
    if (rs->flags & REGION_TESTED) {
        if (null == 1 || !state_assume(x->an, x->s, v, NULL, true))
            x->dead = true;
        else if (null < 0)
            x->conditional = true;
    } else if (null < 0 && v.kind == VAL_PTR) {
        state_region(x->an, x->s, v.id)->null = NULL_NO; /* &p->m was made of it */
    }
}

/* Conditions and needs in the order in which the callee met them: what it needed before it looked
 * at anything is needed whatever it would have seen. */
typedef struct Asked {
    uint64_t when;
    uint32_t index;
    enum { ASKED_FACT, ASKED_DIFF, ASKED_NULL, ASKED_NUMBER, ASKED_CALLBACK } what;
} Asked;
static bool asked_before(const Asked *a, const Asked *b)
{
    return a->when < b->when;
}

/* An argument that the case has found null is not, or the other way round. */
static bool other_nullness(Mapping *x, const RegionState *rs)
{
    uint32_t index;
    bool tested =
        rs->null == NULL_NO && (rs->flags & (REGION_TESTED | REGION_NEEDED)) == REGION_TESTED;
    if ((rs->null != NULL_IS && !tested) || x->m->regions[rs->region].kind != REGION_ENTRY ||
        !mapping_parameter(x, x->m->regions[rs->region].parent, &index))
        return false;
    return state_nullness(x->an, x->s, mapping_region(x, rs->region)) == (rs->null == NULL_NO);
}

static bool contradicted(Mapping *x, const State *cs)
{
    for (uint32_t i = 0; i < cs->region_count; i++)
        if (other_nullness(x, &cs->regions[i]))
            return true;
    for (uint32_t i = 0; i < cs->fact_count; i++) {
        const Fact *f = &cs->facts[i];
        Value v = map_sym(x, f->sym);
        bool handle = v.kind == VAL_PTR && region_info(x->an, v.id)->kind == REGION_HANDLE;
        if (handle && f->hi < 0 && state_nullness(x->an, x->s, v) == 0)
            return true;
        if (v.kind != VAL_INT && v.kind != VAL_SYM)
            continue;
        Interval now = state_interval(x->an, x->s, v, x->m->syms[f->sym].type);
        if (now.lo > f->hi || now.hi < f->lo)
            return true;
    }
    return false;
}

/* Where the number that it is made of stood at entry; 0: it is made of none. */
static uint32_t number_holder(const Summary *m, Value v, uint32_t depth)
{
    if (v.kind != VAL_SYM || depth > 8)
        return 0;
    const SymInfo *i = &m->syms[v.id];
    uint32_t holder = i->kind == SYMBOL_ENTRY ? i->region : number_holder(m, i->a, depth + 1);
    return holder ? holder : number_holder(m, i->b, depth + 1);
}

/* The argument that the object, or the number, came through; else the whole call. */
static Span need_span(Mapping *x, const Need *n)
{
    uint32_t index;
    Span span = {LOC_NONE, LOC_NONE};
    bool object = n->kind == NEED_EXTENT || n->kind == NEED_STRING;
    uint32_t holder = object ? x->m->regions[n->region].parent : number_holder(x->m, n->x, 0);
    if (holder && mapping_parameter(x, holder, &index) && index < argument_count(x))
        span = argument_span(x, index);
    return span.begin ? span : x->in->span;
}

static void map_need(Mapping *x, const Need *n)
{
    Value a = mapping_value(x, n->x), b = mapping_value(x, n->y);
    NumberAsk ask = {.callee = asker(x),
                     .inner = n->inner,
                     .write = n->write,
                     .object = n->type,
                     .unsure = !n->always && n->unsure,
                     .conditional = n->always ? x->by && x->by->conditional : x->conditional};
    if (x->by)
        ask.unsure |= x->by->call->unsure;
    ask.span = ask.subject = need_span(x, n);
    switch ((NeedKind)n->kind) {
    case NEED_EXTENT: {
        Value p = mapping_region(x, n->region);
        if (p.kind != VAL_PTR)
            return;
        const Type *t = type_basic(x->an->fn->unit->types, TYPE_LONG);
        (void)oblige_extent(x->an, x->s, value_ptr_add(x->an, x->s, p, a, t, 1), b, &ask);
        return;
    }
    case NEED_STRING: {
        Value p = mapping_region(x, n->region);
        const Type *t = type_basic(x->an->fn->unit->types, TYPE_LONG);
        oblige_string(x->an, x->s, value_ptr_add(x->an, x->s, p, a, t, 1), &ask);
        return;
    }
    case NEED_INDEX: (void)oblige_index(x->an, x->s, a, n->limit, 0, 0, &ask); return;
    case NEED_SHIFT: (void)oblige_shift(x->an, x->s, a, n->type, n->limit, &ask); return;
    case NEED_DIVISOR: (void)oblige_divisor(x->an, x->s, a, n->type, &ask); return;
    case NEED_FITS: (void)oblige_fits(x->an, x->s, (BinaryOp)n->op, a, b, n->type, &ask); return;
    }
}

/* The argument of the call that a value of the callee is; -1: none. */
static int argument_of(const Mapping *x, Value v)
{
    uint32_t holder = v.kind == VAL_PTR ? x->m->regions[v.id].parent
                      : v.kind == VAL_SYM && x->m->syms[v.id].kind == SYMBOL_ENTRY
                          ? x->m->syms[v.id].region
                          : 0;
    uint32_t index;
    if (!holder || !mapping_parameter(x, holder, &index) || index >= argument_count(x))
        return -1;
    return x->by ? x->by->from[index] : (int)index;
}

static void map_callback(Mapping *x, const Callback *c)
{
    Callback call = *c;
    CallbackCall by = {.call = &call,
                       .asker = asker(x),
                       .conditional = !c->always && x->conditional,
                       .depth = x->by ? x->by->depth + 1 : 0};
    if (by.depth == DEEPEST_CALLBACK)
        return;
    call.function = mapping_value(x, c->function);
    for (uint32_t i = 0; i < c->count; i++) {
        by.from[i] = argument_of(x, c->args[i]);
        if (c->args[i].kind != VAL_UNKNOWN)
            call.args[i] = mapping_value(x, c->args[i]);
    }
    x->dead = !callback_ask(x->an, x->s, x->in, &by, &x->released);
}

static void map_diff(Mapping *x, const Diff *d)
{
    Value a = map_sym(x, d->a), b = map_sym(x, d->b);
    if (!value_is_number(a) || !value_is_number(b))
        return;
    Linear l = linear_sub(linear_exact(x->an, x->s, a, x->m->syms[d->a].type),
                          linear_exact(x->an, x->s, b, x->m->syms[d->b].type));
    Interval now = linear_interval(x->an, x->s, &l);
    if (now.lo > d->most) {
        x->dead = true;
        return;
    }
    if (now.hi <= d->most)
        return;
    if (!d->structural && x->m->syms[d->a].depends && x->m->syms[d->b].depends &&
        !value_is_outside(x->an, a) && !value_is_outside(x->an, b) &&
        !rests_on_uninit(x, d->a, 0) && !rests_on_uninit(x, d->b, 0))
        x->conditional = true;
    if (a.kind == VAL_SYM && b.kind == VAL_SYM)
        x->dead = !state_assume_diff(x->an, x->s, a, b, d->most);
    if (a.kind == VAL_SYM && (b.kind != VAL_SYM || !x->m->syms[d->a].depends))
        x->dead |= !state_assume_interval(
            x->an, x->s, a, NULL, -INT128_FAR,
            d->most + state_interval(x->an, x->s, b, x->m->syms[d->b].type).hi);
    if (a.kind != VAL_SYM && b.kind == VAL_SYM)
        x->dead = !state_assume_interval(
            x->an, x->s, b, NULL, value_number(a, x->m->syms[d->a].type) - d->most, INT128_FAR);
}

/* From here on the case rests on what nobody can check: since when is the caller's mark. */
static bool now_conditional(Mapping *x, uint64_t *since)
{
    if (x->only)
        return false;
    x->conditional = true;
    if (*since)
        return false;
    *since = x->an->steps;
    return true;
}

static void map_needs(Mapping *x)
{
    const State *cs = x->c->state;
    Asked *order = ARENA_ARRAY(x->an->scratch, Asked,
                               cs->fact_count + cs->diff_count + cs->region_count + cs->need_count +
                                   cs->callback_count + 1);
    uint32_t n = 0;
    /* an instruction asks first, and learns from its own answers after that */
    for (uint32_t i = 0; i < cs->region_count; i++)
        if (x->m->regions[cs->regions[i].region].kind == REGION_ENTRY &&
            cs->regions[i].null != NULL_UNKNOWN)
            order[n++] = (Asked){cs->regions[i].when, i, ASKED_NULL};
    for (uint32_t i = 0; i < cs->need_count; i++)
        order[n++] = (Asked){cs->needs[i].when, i, ASKED_NUMBER};
    for (uint32_t i = 0; i < cs->callback_count; i++)
        order[n++] = (Asked){cs->callbacks[i].when, i, ASKED_CALLBACK};
    for (uint32_t i = 0; i < cs->fact_count; i++)
        order[n++] = (Asked){cs->facts[i].when, i, ASKED_FACT};
    for (uint32_t i = 0; i < cs->diff_count; i++)
        order[n++] = (Asked){cs->diffs[i].when, i, ASKED_DIFF};
    SORT_BY(Asked, order, n, asked_before);
    bool learned = false; /* since something was asked: our callers are to see that order, too */
    for (uint32_t i = 0; i < n && !x->dead; i++) {
        if (cs->by_memory && order[i].when > cs->by_memory)
            learned |= now_conditional(x, &x->s->by_memory);
        if (cs->lossy && order[i].when > cs->lossy)
            learned |= now_conditional(x, &x->s->lossy);
        bool asks = order[i].what != ASKED_FACT && order[i].what != ASKED_DIFF;
        x->an->steps += learned && asks;
        learned = !asks;
        if (order[i].what == ASKED_FACT)
            map_fact(x, &cs->facts[order[i].index]);
        else if (order[i].what == ASKED_DIFF)
            map_diff(x, &cs->diffs[order[i].index]);
        else if (order[i].what == ASKED_NUMBER)
            map_need(x, &cs->needs[order[i].index]);
        else if (order[i].what == ASKED_CALLBACK)
            map_callback(x, &cs->callbacks[order[i].index]);
        else
            map_null(x, &cs->regions[order[i].index],
                     mapping_region(x, cs->regions[order[i].index].region));
    }
    if (cs->lossy)
        (void)now_conditional(x, &x->s->lossy);
    if (cs->by_memory)
        (void)now_conditional(x, &x->s->by_memory);
}

/* What the callee read at entry must have been initialised. */
static void map_pointer_read(Mapping *x, const Cell *c)
{
    const RegionInfo *info = &x->m->regions[c->value.id];
    uint32_t index;
    if (c->value.num || c->value.off_sym || info->kind != REGION_ENTRY || info->handle ||
        info->parent != c->region || info->off != c->off || info->off_sym ||
        mapping_parameter(x, c->region, &index))
        return;
    Value base = mapping_region(x, c->region);
    const Type *wanted =
        type_pointer(x->an->fn->unit->types,
                     info->type ? info->type : type_basic(x->an->fn->unit->types, TYPE_VOID));
    const Type *held =
        base.kind == VAL_PTR
            ? number_as_pointer(x->an, x->s, base.id, base.num + c->off, base.off_sym, wanted)
            : NULL;
    if (!held || x->conditional)
        return;
    Violation v = {.kind = VIOLATION_TYPE,
                   .span = x->in->span,
                   .subject = x->in->span,
                   .region = base.id,
                   .held = held,
                   .wanted = wanted,
                   .argument = true,
                   .callee = asker(x),
                   .inner = asking_place(x, UINT32_MAX, info->span)};
    violate(x->an, x->s, &v);
}

static void map_reads(Mapping *x)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->cell_count && !x->dead; i++) {
        const Cell *c = &cs->cells[i];
        if (c->value.kind == VAL_PTR && !c->sometimes)
            map_pointer_read(x, c);
        if (c->value.kind != VAL_SYM || c->value.num || c->sometimes ||
            x->m->syms[c->value.id].kind != SYMBOL_ENTRY)
            continue;
        const SymInfo *info = &x->m->syms[c->value.id];
        uint32_t index;
        if (info->region != c->region || info->off != c->off ||
            mapping_parameter(x, c->region, &index))
            continue;
        Value v = map_sym(x, c->value.id);
        if (v.kind != VAL_UNINIT)
            continue;
        x->syms[c->value.id] = value_fresh(x->an, x->s, info->type, false);
        if (x->conditional)
            continue;
        Violation u = {.kind = VIOLATION_UNINIT,
                       .span = x->in->span,
                       .subject = x->in->span,
                       .argument = true,
                       .callee = asker(x),
                       .inner = asking_place(x, UINT32_MAX, info->span)};
        Value base = mapping_region(x, c->region);
        if (base.kind == VAL_PTR) {
            u.region = base.id;
            state_store(x->an, x->s, base.id, base.num + c->off, base.off_sym, c->size,
                        x->syms[c->value.id]);
        }
        violate(x->an, x->s, &u);
    }
}

/* What pointed to the released object points to a new one: the callee moved it. */
static bool was_replaced(const Mapping *x, uint32_t region)
{
    const RegionInfo *i = &x->m->regions[region];
    if (i->kind != REGION_ENTRY)
        return false;
    const Cell *c = cell_that_starts(x->c->state, i->parent, i->off, i->off_sym);
    return c && c->value.kind == VAL_PTR && c->value.id != region &&
           x->m->regions[c->value.id].kind == REGION_HEAP && i->parent != 0 &&
           x->m->regions[i->parent].kind != REGION_LOCAL;
}

/* ---- effects --------------------------------------------------------------------------------- */
/* Several ways in one, whose result does not say which of them it was. */
static bool is_blurred(const Case *c)
{
    return c->state->generalised && case_is_open(c);
}

/* An object that the callee made, or found where we can't look. */
static void carry_made(Mapping *x, const RegionState *rs, Value v)
{
    Analysis *an = x->an;
    const RegionInfo *info = &x->m->regions[rs->region];
    RegionState *to = state_region(an, x->s, v.id);
    uint16_t flags = to->flags;
    Value size = mapping_value(x, rs->size), length = mapping_value(x, rs->length);
    to = state_region(an, x->s, v.id);
    *to = *rs;
    /* which of the callee's ways made it is not certain: perhaps that for an empty one */
    bool which = !x->conditional && !x->c->state->lossy && !x->c->state->generalised;
    to->size = which ? size : value_unknown();
    to->length = which ? length : value_unknown();
    to->region = v.id;
    if (rs->null == NULL_MAYBE && size_is_impossible(size))
        to->null = NULL_IS, to->own = OWN_NONE;
    to->flags = (uint16_t)(flags | (rs->flags & REGION_SUPPOSED));
    if ((x->conditional || is_blurred(x->c)) && rs->null == NULL_IS)
        to->flags |= REGION_SUPPOSED;
    to->event = to->null_event = to->agreed = 0;
    if (x->c->state->generalised && to->content == CONTENT_UNINIT)
        to->content = CONTENT_ANY; /* filled on some of the joined ways */
    if (rs->null == NULL_MAYBE || rs->null == NULL_IS) {
        uint32_t e = event_add(an, x->s, EVENT_NULL, v.id, x->in->span, x->callee->name, NULL);
        state_region(an, x->s, v.id)->null_event = e;
    }
    Value old = info->moved_from ? mapping_region(x, info->moved_from) : value_unknown();
    if (old.kind == VAL_PTR && old.id != v.id && !old.num) {
        move_contents(an, x->s, old.id, v.id);
        an->regions.data[v.id].moved_from = old.id;
    }
    if (rs->own == OWN_YES)
        event_add(an, x->s, EVENT_ALLOC, v.id, x->in->span, x->callee->name, info->inner);
    if (life_is_released(rs->life)) {
        uint32_t e = event_add(an, x->s, EVENT_FREE, v.id, x->in->span, x->callee->name, NULL);
        state_region(an, x->s, v.id)->event = e;
    }
}

/* Does the case write to memory that the callee found, the freed objects apart? */
static bool relinks(const Mapping *x)
{
    const State *cs = x->c->state;
    if (cs->globals_unknown || cs->generalised)
        return true;
    for (uint32_t i = 0; i < cs->region_count; i++)
        if (cs->regions[i].life == LIFE_LIVE &&
            (cs->regions[i].own == OWN_GIVEN || cs->regions[i].flags & REGION_WRITTEN))
            return true;
    return false;
}

/* Where the callee found what it released, and what else it may have done to find it. */
static void note_release(Mapping *x, uint32_t event, const RegionInfo *released)
{
    Event *e = &x->an->events.data[event];
    e->relinks = relinks(x);
    uint32_t index;
    Value holder =
        released->parent && !released->off_sym && !mapping_parameter(x, released->parent, &index)
            ? mapping_region(x, released->parent)
            : value_unknown();
    if (holder.kind == VAL_PTR && !holder.off_sym) {
        e = &x->an->events.data[event];
        e->holder = holder.id;
        e->holder_off = holder.num + released->off;
    }
}

static void carry_release(Mapping *x, const RegionState *rs, Value v)
{
    Analysis *an = x->an;
    const RegionInfo *info = &x->m->regions[rs->region];
    uint32_t index;
    const Event *e = &x->m->events[rs->event];
    const char *who = e->who ? e->who : "free";
    const char *inner = e->inner ? e->inner
                                 : arena_printf(an->engine->arena, "`%s` (%s)", x->callee->name,
                                                place_text(an->engine->arena, x->m->unit, e->span));
    Name family = e->family;
    const RegionInfo *there = region_info(an, v.id);
    if (there->family && x->callee->sym && there->family == x->callee->sym->name)
        family = there->family; /* its own destructor, whatever that is made of */
    if (rs->flags & REGION_BLAMED)
        family = there->family;
    Span span = x->in->span;
    if (mapping_parameter(x, info->parent, &index) && index < argument_count(x))
        span = argument_span(x, index);
    v.num += rs->release_off;
    release_value(an, x->s, v, family, span.begin ? span : x->in->span, who, inner);
    RegionState *to = state_region(an, x->s, v.id);
    to->flags |= rs->flags & REGION_PASSED_ON;
    if (to->life == LIFE_FREED && (rs->life == LIFE_MOVED || was_replaced(x, rs->region)))
        to->life = LIFE_MOVED;
    uint32_t event = to->event;
    if (x->m->unit == an->fn->unit)
        an->events.data[event].inner_span = e->inner_span.begin ? e->inner_span : e->span;
    note_release(x, event, info);
}

/* Is the object null there, or does nothing lead to it? */
static bool is_absent(const Summary *m, const State *s, uint32_t region)
{
    for (uint32_t r = region; r; r = m->regions[r].parent) {
        const RegionState *rs = state_region_find(s, r);
        if (rs && rs->null == NULL_IS)
            return true;
    }
    return false;
}

/* When nobody knows, or facts can't tell, which of the cases is taken, those that end like this one
 * have to release the object, too. */
static bool is_sure_release(Mapping *x, const RegionState *released)
{
    const State *cs = x->c->state;
    bool open = cs->lossy || cs->generalised || cs->guessed & GUESSED_ANSWER;
    for (uint32_t i = 0; open && i < x->m->cases.len; i++) {
        const Case *c = &x->m->cases.data[i];
        const RegionState *rs = state_region_find(c->state, released->region);
        if (c->outcome & x->c->outcome && !(rs && life_is_released(rs->life)) &&
            !is_absent(x->m, c->state, released->region) && !contradicted(x, c->state))
            return false;
    }
    return true;
}

/* Does an object whose owners are counted lead to it? */
static bool is_of_counted(const Mapping *x, uint32_t region)
{
    for (uint32_t r = region; r; r = x->m->regions[r].parent)
        if (engine_is_counted(x->an->engine, x->m->regions[r].type))
            return true;
    return false;
}

void mapping_carry_region(Mapping *x, const RegionState *rs)
{
    Analysis *an = x->an;
    const RegionInfo *info = &x->m->regions[rs->region];
    uint32_t index;
    if (info->kind == REGION_LOCAL || info->kind == REGION_STRING ||
        mapping_parameter(x, rs->region, &index))
        return;
    Value v = mapping_region(x, rs->region);
    if (info->handle && rs->life == LIFE_FREED)
        x->regions[rs->region] = v = handle_at_entry(an, x->s, v);
    if (info->handle && rs->own == OWN_GIVEN)
        state_give_number(an, x->s, v);
    if (v.kind != VAL_PTR)
        return;
    if (info->kind == REGION_HEAP || info->kind == REGION_HANDLE || info->kind == REGION_UNKNOWN) {
        carry_made(x, rs, v);
        return;
    }
    bool written = rs->content == CONTENT_ANY && (rs->flags & REGION_WRITTEN);
    if (rs->own == OWN_GIVEN) /* and what its pointers lead to, which the callee never saw */
        escape_value(an, x->s, v,
                     written || rs->flags & REGION_BEHIND ? ESCAPE_WRITES_BEHIND : ESCAPE_READS);
    else if (rs->flags & REGION_BEHIND)
        escape_behind(an, x->s, v);
    bool whole = info->type && (info->type->kind == TYPE_STRUCT || info->type->kind == TYPE_UNION);
    if (written && info->kind != REGION_GLOBAL && !whole && !v.num && !v.off_sym)
        state_forget_region(an, x->s, v.id, CONTENT_ANY); /* tb[0], of how many nobody knows */
    else if (written && info->kind != REGION_GLOBAL)
        overwrite_pointee(an, x->s, v, info->type);
    if (life_is_released(rs->life) &&
        (!is_sure_release(x, rs) || (x->conditional && is_of_counted(x, rs->region)))) {
        /* perhaps it was, as by the last of its owners, perhaps not: who knows the count? */
        state_region(an, x->s, v.id)->life = LIFE_UNKNOWN;
        state_region(an, x->s, v.id)->own = OWN_GIVEN;
        return;
    }
    if (life_is_released(rs->life)) {
        carry_release(x, rs, v);
    } else if (rs->life == LIFE_UNKNOWN && state_region(an, x->s, v.id)->life == LIFE_LIVE) {
        state_region(an, x->s, v.id)->life = LIFE_UNKNOWN;
        state_region(an, x->s, v.id)->own = OWN_GIVEN;
    }
}

static bool cell_unchanged(const Mapping *x, const Cell *c)
{
    if (c->value.kind == VAL_SYM && c->value.num == 0) {
        const SymInfo *i = &x->m->syms[c->value.id];
        return i->kind == SYMBOL_ENTRY && i->region == c->region && i->off == c->off &&
               i->off_sym == c->off_sym;
    }
    if (c->value.kind == VAL_PTR && c->value.num == 0 && !c->value.off_sym) {
        const RegionInfo *i = &x->m->regions[c->value.id];
        return i->kind == REGION_ENTRY && i->parent == c->region && i->off == c->off &&
               i->off_sym == c->off_sym;
    }
    return false;
}

static bool leaves_null(const State *s, const Cell *like)
{
    const Cell *c = cell_that_starts(s, like->region, like->off, like->off_sym);
    return c && c->value.kind == VAL_INT && !c->value.num;
}

/* Is there a case that ends like this one and leaves something else there? */
static bool is_one_of_two(const Mapping *x, const Cell *c)
{
    for (uint32_t i = 0; i < x->m->cases.len; i++) {
        const Case *y = &x->m->cases.data[i];
        if (y->outcome & x->c->outcome && !leaves_null(y->state, c))
            return true;
    }
    return false;
}

/* A null that the callee left behind for what some object holds, or on one of several joined ways,
 * which its result does not tell apart, is no claim of ours. */
static Value stored_value(Mapping *x, const Cell *c)
{
    Value v = mapping_value(x, c->value);
    const State *cs = x->c->state;
    bool open =
        is_blurred(x->c) || (x->conditional && (cs->by_memory || cs->lossy) && is_one_of_two(x, c));
    if (v.kind != VAL_INT || v.num || v.id || c->size != 8 || !open)
        return v;
    v.id = event_add(x->an, x->s, EVENT_NULL, 0, x->in->span, x->callee->name, NULL);
    x->an->events.data[v.id].supposed = true;
    return v;
}

/* Blurred is not lost: what these bytes led to may be what they lead to now. */
static void escape_overwritten(Mapping *x, uint32_t region, int64_t off, uint32_t off_sym,
                               uint64_t size)
{
    State *s = x->s;
    Value *old = ARENA_ARRAY(x->an->scratch, Value, s->cell_count + 1);
    uint32_t n = 0;
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region; i++) {
        const Cell *c = &s->cells[i];
        bool apart = c->off_sym == off_sym &&
                     (c->off + (int64_t)c->size <= off || c->off >= off + (int64_t)size);
        if (!apart)
            old[n++] = c->value;
    }
    for (uint32_t i = 0; i < n; i++)
        escape_value(x->an, s, old[i], ESCAPE_READS);
}

/* A byte that was there at entry, and was looked at. */
static bool only_read(const Mapping *x, const Cell *c)
{
    const RegionState *rs = state_region_find(x->c->state, c->region);
    return c->size == 1 && x->m->regions[c->region].kind == REGION_ENTRY && rs &&
           !(rs->flags & REGION_WRITTEN);
}

/* *out = i->palette; may change i->palette, for all that the callee knows; with &palette it does
 * not. */
static bool was_elsewhere(Mapping *x, const Cell *c, Value base)
{
    Value out =
        c->alias && c->value.kind == VAL_UNKNOWN ? mapping_region(x, c->alias) : value_unknown();
    if (out.kind != VAL_PTR || out.id == base.id)
        return false;
    uint8_t kind = region_info(x->an, out.id)->kind;
    return kind == REGION_LOCAL || kind == REGION_HEAP;
}

static void carry_cell(Mapping *x, const Cell *c)
{
    const RegionInfo *info = &x->m->regions[c->region];
    if ((info->kind == REGION_LOCAL && info->index != 0) || info->kind == REGION_STRING ||
        cell_unchanged(x, c) || only_read(x, c))
        return;
    Value base = mapping_region(x, c->region);
    if (base.kind != VAL_PTR || region_info(x->an, base.id)->kind == REGION_STRING ||
        was_elsewhere(x, c, base))
        return;
    uint32_t off_sym = base.off_sym;
    int64_t off = base.num + c->off;
    if (c->off_sym) {
        Value o = map_sym(x, c->off_sym);
        if (o.kind == VAL_INT)
            off += o.num;
        else if (o.kind == VAL_SYM && !off_sym)
            off_sym = o.id, off += o.num;
        else
            off_sym = sym_fresh(x->an, x->m->syms[c->off_sym].type, false);
    }
    if (c->value.kind == VAL_SYM && (c->value.num == -1 || c->value.num == 1) &&
        x->m->syms[c->value.id].kind == SYMBOL_ENTRY &&
        x->m->syms[c->value.id].region == c->region && x->m->syms[c->value.id].off == c->off &&
        map_sym(x, c->value.id).kind != VAL_INT) {
        /* a count of owners, of which we don't know how many there are: one more, or one less */
        RegionState *counted = state_region(x->an, x->s, base.id);
        if (counted->own == OWN_YES)
            counted->own = OWN_GIVEN;
    }
    Value out = info->kind == REGION_ENTRY && c->value.kind != VAL_INT
                    ? mapping_region(x, info->parent)
                    : value_unknown();
    if (out.kind == VAL_PTR)
        forget_holders(x->an, x->s, out.id);
    if (info->type && info->type->kind == TYPE_POINTER && info->kind == REGION_ENTRY &&
        c->value.kind != VAL_INT && region_info(x->an, base.id)->kind == REGION_UNKNOWN)
        forget_aliased(x->an, x->s, base.id);
    if (x->c->state->generalised || c->value.kind == VAL_UNKNOWN)
        escape_overwritten(x, base.id, off, off_sym, c->size);
    Value v = stored_value(x, c);
    const Type *t = type_at(info->type, c->off, c->size);
    bool lost = c->value.kind == VAL_UNKNOWN && x->c->state->generalised && !c->off_sym && t &&
                type_is_integer(t);
    if (lost)
        v = value_fresh(x->an, x->s, t, false);
    bool blurred = lost || (c->value.kind == VAL_SYM && x->m->syms[c->value.id].blurred);
    if (blurred && v.kind == VAL_SYM && !value_same(c->value, x->c->result))
        x->an->syms.data[v.id].blurred = true; /* tied to what the callee's joins have lost */
    if (c->off_sym && off_sym && !base.off_sym)
        state_store_within(x->an, x->s, base.id, off, off_sym, c->size, v, base.num + c->lo,
                           base.num + c->hi);
    else
        state_store(x->an, x->s, base.id, off, off_sym, c->size, v);
    state_set_type(x->s, base.id, off, off_sym, c->type);
}

void mapping_begin(Mapping *x)
{
    const State *cs = x->c->state;
    x->an->steps += 2 + (cs->cell_count + cs->region_count) / 2;
    x->began = x->an->events.len;
    x->dead = contradicted(x, cs);
}

bool mapping_ask(Mapping *x)
{
    const State *cs = x->c->state;
    if (!x->dead)
        map_needs(x);
    if (!x->dead)
        map_reads(x);
    /* everything that is looked up at entry, before anything is changed */
    for (uint32_t i = 0; i < cs->region_count && !x->dead; i++)
        (void)mapping_region(x, cs->regions[i].region);
    for (uint32_t i = 0; i < cs->cell_count && !x->dead; i++) {
        const RegionInfo *info = &x->m->regions[cs->cells[i].region];
        if (info->kind == REGION_LOCAL && info->index != 0)
            continue;
        (void)mapping_region(x, cs->cells[i].region);
        (void)mapping_value(x, cs->cells[i].value);
    }
    return !x->dead;
}

/* An object that the callee took for one, although it asked for more than there is. */
static bool made_impossible(Mapping *x)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->region_count; i++) {
        const RegionState *rs = &cs->regions[i];
        if (x->m->regions[rs->region].kind == REGION_HEAP && rs->null == NULL_NO &&
            size_is_impossible(mapping_value(x, rs->size)))
            return true;
    }
    return false;
}

/* The caller's arrays of strings that may be as long as they like, by the callee's regions. */
static bool *unvetted_arrays(Mapping *x)
{
    const State *cs = x->c->state;
    bool *out = NULL;
    for (uint32_t i = 0; i < cs->region_count; i++) {
        if (x->m->regions[cs->regions[i].region].kind != REGION_ENTRY)
            continue;
        Value v = mapping_region(x, cs->regions[i].region);
        if (v.kind != VAL_PTR || v.num || v.off_sym || !texts_unvetted(x->an, x->s, v.id))
            continue;
        if (!out)
            out = ARENA_ARRAY(x->an->scratch, bool, cs->region_count);
        out[i] = true;
    }
    return out;
}

/* What the callee stored there are copies, unless its case says otherwise. */
static void carry_vetted(Mapping *x, const bool *unvetted)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->region_count && unvetted; i++)
        if (unvetted[i])
            state_region(x->an, x->s, mapping_region(x, cs->regions[i].region).id)->flags &=
                (uint16_t)~REGION_VETTED;
    for (uint32_t i = 0; i < cs->region_count; i++) {
        Value v = cs->regions[i].flags & REGION_VETTED ? mapping_region(x, cs->regions[i].region)
                                                       : value_unknown();
        if (v.kind == VAL_PTR)
            texts_vet(x->an, x->s, v.id);
    }
}

/* The state after it; NULL: the case can't be. */
State *mapping_apply(Mapping *x)
{
    const State *cs = x->c->state;
    uint64_t start = x->an->clock;
    if (!mapping_ask(x) || made_impossible(x)) {
        state_drop(x->an, x->s);
        return NULL;
    }
    Value result = mapping_value(x, x->c->result);
    if (result.kind == VAL_INT && (result.num == 0 || is_error_number(result.num)) && !result.id &&
        local_is(x->in->dst) && x->an->fn->locals.data[x->in->dst.i].type->kind == TYPE_POINTER) {
        result.id = event_add(x->an, x->s, EVENT_NULL, 0, x->in->span, x->callee->name,
                              place_text(x->an->engine->arena, x->m->unit, x->c->at));
        /* found nothing, after another search: what that told may be that there is something */
        bool second = cs->guessed & x->s->guessed & GUESSED_STAY;
        x->an->events.data[result.id].supposed = x->conditional || cs->generalised || second;
    }
    if (cs->globals_unknown)
        forget_globals(x->an, x->s);
    for (uint32_t i = x->m->param_count; i < x->in->arg_count; i++) { /* what va_arg finds */
        const Type *t = x->in->args[i].type;
        bool pointer = t && t->kind == TYPE_POINTER;
        escape_value(x->an, x->s, eval_operand(x->an, x->s, &x->in->args[i]),
                     pointer && !(t->elem->quals & QUAL_CONST) ? ESCAPE_WRITES_ALL
                                                               : ESCAPE_WRITES_BEHIND);
    }
    if (place_is(x->in->a))
        set_result(x->an, x->s, x->in, value_unknown());
    bool *unvetted = unvetted_arrays(x);
    for (uint32_t i = 0; i < cs->region_count; i++)
        mapping_carry_region(x, &cs->regions[i]);
    mapping_carry_accesses(x, start);
    /* what the callee blurred first, then what it knows: the latter may be what the former was */
    for (int known = 0; known < 2; known++)
        for (uint32_t i = 0; i < cs->cell_count; i++)
            if ((cs->cells[i].value.kind != VAL_UNKNOWN) == known)
                carry_cell(x, &cs->cells[i]);
    carry_vetted(x, unvetted);
    callback_release(x->an, x->s, x->in, &x->released);
    if (x->conditional) /* else the caller has decided that the loop does not run */
        x->s->weak = (uint16_t)(x->s->weak + cs->weak);
    if (x->conditional || cs->latent)
        x->s->latent = true, x->s->latent_at = x->in;
    if (local_is(x->in->dst)) /* the result may be that of a search */
        x->s->guessed |= cs->guessed & (GUESSED_ROUNDS | GUESSED_STAY);
    if (x->conditional || (cs->latent && cs->generalised)) /* who knows what is left to decide? */
        x->s->by_caller = x->an->steps;
    if (x->conditional)
        x->s->guessed |= GUESSED_CASE;
    if (x->conditional && x->callee->result->may_not_return && !local_is(x->in->dst))
        suppose_nulls(x->an, x->s);
    if (result.kind == VAL_UNKNOWN && local_is(x->in->dst))
        result = value_fresh(x->an, x->s, x->an->fn->locals.data[x->in->dst.i].type, false);
    if (local_is(x->in->dst))
        set_result(x->an, x->s, x->in, result);
    if (x->blind)
        state_note_joined(x->an, x->s, x->began, x->an->events.len);
    return x->s;
}
