/* engine/eval.c - the meaning of one MIR instruction on one state.
 *
 * What comes in: a state and an instruction. What goes out: the states after it: one as a rule, two
 * or more after a call whose contract has cases, none when the path can't go on (a null pointer was
 * dereferenced, a call does not return).
 *
 *     _3 = load (*_2).n          asks: _2 non-null, live; (*_2).n initialised      _3 := its value
 *     store _1 = _3              afterwards: does anything still own what _1 held?
 *     dead _1                    pointers to _1 dangle from here; what only it owned is lost */
#include "engine/strfn.h"

void state_list_add(StateList *l, State *s)
{
    s->next = NULL;
    if (l->last)
        l->last->next = s;
    else
        l->first = s;
    l->last = s;
    l->count++;
}

/* ---- operands and places --------------------------------------------------------------------- */
Value eval_operand(Analysis *an, State *s, const Operand *o)
{
    switch ((OperandKind)o->kind) {
    case OPERAND_TEMP: return state_temp(s, (LocalId){o->index});
    case OPERAND_INT:
        return value_int((int64_t)(uint64_t)type_wrap(o->type, (u128)(i128)(int64_t)o->u.bits));
    case OPERAND_NULL: return value_int(0);
    case OPERAND_GLOBAL: return value_ptr(region_for_symbol(an, o->sym), (int64_t)o->u.bits);
    case OPERAND_STRING: return value_ptr(region_for_string(an, o->index), (int64_t)o->u.bits);
    case OPERAND_NONE:
    case OPERAND_WIDE:
    case OPERAND_FLOAT:
    case OPERAND_BLOCK:
    case OPERAND_PLACE:
    case OPERAND_UNDEF: return value_unknown();
    }
    return value_unknown();
}

Span operand_span(const Analysis *an, const Operand *o)
{
    if (o->kind == OPERAND_TEMP)
        return an->fn->locals.data[o->index].span;
    if (o->kind == OPERAND_PLACE)
        return an->fn->places.data[o->index].span;
    return (Span){LOC_NONE, LOC_NONE};
}

Value inst_argument(Analysis *an, State *s, const Inst *in, uint32_t i)
{
    return i < in->arg_count ? eval_operand(an, s, &in->args[i]) : value_unknown();
}

Span inst_argument_span(const Analysis *an, const Inst *in, uint32_t i)
{
    Span span = operand_span(an, &in->args[i]);
    return span.begin || !in->arg_spans ? span : in->arg_spans[i];
}

/* Elements of the array that is indexed; 0: no bound of its own. An array at the end of a record
 * behind a pointer may be longer than declared (the idiom before flexible arrays). */
static uint64_t array_count(const PlaceRef *r, bool at_end)
{
    const Type *t = r->type;
    if (!t || t->kind != TYPE_ARRAY || t->vla || !type_is_complete(t) || !t->u.array.count)
        return 0;
    return r->object && at_end && t->u.array.count <= 1 ? 0 : t->u.array.count;
}

static bool ends_record(const Type *record, const Field *f)
{
    return record->kind == TYPE_UNION ||
           f == &record->u.record->fields[record->u.record->field_count - 1];
}

const Type *argument_array(const Analysis *an, const Inst *in, uint32_t i)
{
    const Block *b = &an->fn->blocks.data[an->block];
    Operand o = in->args[i];
    for (int depth = 0; depth < 4 && o.kind == OPERAND_TEMP; depth++) {
        const Inst *def = NULL;
        for (uint32_t k = 0; k < b->insts.len && !def; k++)
            if (local_is(b->insts.data[k].dst) && b->insts.data[k].dst.i == o.index)
                def = &b->insts.data[k];
        if (!def || (def->op != INST_ADDR && def->op != INST_CONVERT && def->op != INST_ASSIGN))
            return NULL;
        if (def->op != INST_ADDR) {
            o = def->x;
            continue;
        }
        const Place *p = mir_place(an->fn, def->a);
        if (p->type->kind != TYPE_ARRAY || p->type->vla || !p->type->size || !p->count)
            return NULL;
        const Projection *last = &an->fn->projections.data[p->first + p->count - 1];
        const Type *record = p->count > 1 ? last[-1].type : p->base_type;
        bool flexible = p->base == PLACE_DEREF && p->type->u.array.count <= 1 &&
                        last->kind == PROJ_FIELD && record &&
                        (record->kind == TYPE_STRUCT || record->kind == TYPE_UNION) &&
                        ends_record(record->canon, last->field);
        return flexible || last->kind != PROJ_FIELD ? NULL : p->type;
    }
    return NULL;
}

static void project_index(Analysis *an, State *s, PlaceRef *r, const Operand *index,
                          const Type *elem)
{
    Value i = eval_operand(an, s, index);
    Value p = {VAL_PTR, r->region, r->off_sym, r->off};
    p = value_ptr_add(an, s, p, i, index->type, (int64_t)elem->size);
    if (p.kind != VAL_PTR) {
        r->off_sym = sym_fresh(an, index->type, false);
        return;
    }
    r->off = p.num;
    r->off_sym = p.off_sym;
}

static bool place_is_bit_field(const Analysis *an, PlaceId id);

PlaceRef eval_place(Analysis *an, State *s, PlaceId id, bool check)
{
    const Place *p = mir_place(an->fn, id);
    PlaceRef r = {.type = p->type, .known = true};
    switch ((PlaceBase)p->base) {
    case PLACE_LOCAL: r.region = an->region_of_local[p->local.i]; break;
    case PLACE_GLOBAL: r.region = region_for_symbol(an, p->sym); break;
    case PLACE_UPVAR: r.known = false; return r;
    case PLACE_DEREF: {
        Value v = eval_operand(an, s, &p->pointer);
        Span subject = operand_span(an, &p->pointer);
        if (check && !oblige_access(an, s, v, subject, subject.begin ? subject : p->span)) {
            r.dead = true;
            return r;
        }
        if (v.kind == VAL_INT && !check) {
            r.known = false; /* &((struct s *)0)->m and its kin */
            return r;
        }
        if (v.kind != VAL_PTR) {
            r.known = false;
            return r;
        }
        r.region = v.id;
        r.off = v.num;
        r.off_sym = v.off_sym;
        const Type *to =
            p->pointer.type && p->pointer.type->kind == TYPE_POINTER ? p->pointer.type->elem : NULL;
        r.type = to;
        r.object = to && (to->kind == TYPE_STRUCT || to->kind == TYPE_UNION) ? to : NULL;
        break;
    }
    }
    if (p->base == PLACE_LOCAL)
        r.type = an->fn->locals.data[p->local.i].type;
    else if (p->base == PLACE_GLOBAL)
        r.type = p->sym->type;
    bool at_end = true; /* of the record, so far */
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *pr = &an->fn->projections.data[p->first + i];
        switch ((ProjectionKind)pr->kind) {
        case PROJ_FIELD:
            r.off += (int64_t)pr->field->offset +
                     (pr->field->is_bit_field ? pr->field->bit_offset / 8 : 0);
            at_end = at_end && r.type && ends_record(r.type->canon, pr->field);
            break;
        case PROJ_INDEX: {
            uint64_t count = check ? array_count(&r, at_end) : 0;
            Span span = operand_span(an, &pr->index);
            NumberAsk ask = {.span = span.begin ? span : p->span, .subject = span};
            if (count && !oblige_index(an, s, eval_operand(an, s, &pr->index), count,
                                       pr->type->size, r.region, &ask))
                r.outside = true;
            at_end = false;
            int64_t start = r.off;
            uint64_t all = r.type && r.type->kind == TYPE_ARRAY && !r.type->vla ? r.type->size : 0;
            bool first = !r.off_sym;
            project_index(an, s, &r, &pr->index, pr->type);
            if (first && r.off_sym && all)
                r.lo = start, r.hi = start + (int64_t)all;
            break;
        }
        case PROJ_REAL: break;
        case PROJ_IMAG: r.off += (int64_t)pr->type->size; break;
        }
        r.type = pr->type;
    }
    r.type = p->type;
    if (check && !r.outside && p->type->size) {
        NumberAsk ask = {.span = p->span, .subject = p->span, .object = r.object};
        Value at = {VAL_PTR, r.region, r.off_sym, r.off};
        uint64_t size = p->type->size;
        if (place_is_bit_field(an, id)) {
            const Field *f = an->fn->projections.data[p->first + p->count - 1].field;
            size = (f->bit_offset % 8 + f->bit_width + 7) / 8;
        }
        r.outside = !oblige_extent(an, s, at, value_int((int64_t)size), &ask);
    }
    if (r.off_sym) { /* a symbol of which one value is left */
        Interval i = state_interval(an, s, value_sym(r.off_sym, 0), NULL);
        if (i.lo == i.hi)
            r.off += (int64_t)i.lo, r.off_sym = 0;
    }
    return r;
}

/* Bit-fields share bytes: their cells are too coarse for values, fine enough for "initialised". */
static bool place_is_bit_field(const Analysis *an, PlaceId id)
{
    const Place *p = mir_place(an->fn, id);
    return p->count && an->fn->projections.data[p->first + p->count - 1].kind == PROJ_FIELD &&
           an->fn->projections.data[p->first + p->count - 1].field->is_bit_field;
}

void set_result(Analysis *an, State *s, const Inst *in, Value v)
{
    if (local_is(in->dst)) {
        state_set_temp(an, s, in->dst, v);
    } else if (place_is(in->a)) {
        PlaceRef r = eval_place(an, s, in->a, false);
        if (r.known && r.type)
            state_fill(an, s, r.region, r.off, r.type->size, value_unknown());
    }
}

/* ---- loads and stores ------------------------------------------------------------------------ */
/* int x = x; says to compilers that x need not be initialised. */
static bool initialises_itself(const Analysis *an, const Inst *in)
{
    const Block *b = &an->fn->blocks.data[an->block];
    const Place *from = mir_place(an->fn, in->a);
    if (from->base != PLACE_LOCAL || from->count)
        return false;
    for (uint32_t i = 0; i < b->insts.len; i++) {
        const Inst *store = &b->insts.data[i];
        if (store->op != INST_STORE || !(store->flags & INST_INIT) ||
            store->x.kind != OPERAND_TEMP || store->x.index != in->dst.i)
            continue;
        const Place *to = mir_place(an->fn, store->a);
        return to->base == PLACE_LOCAL && !to->count && to->local.i == from->local.i;
    }
    return false;
}

static void report_uninit(Analysis *an, State *s, const Inst *in, const PlaceRef *r)
{
    if (state_region(an, s, r->region)->life != LIFE_LIVE)
        return; /* that it is gone was said */
    Violation v = {.kind = VIOLATION_UNINIT,
                   .span = in->span,
                   .subject = mir_place(an->fn, in->a)->span,
                   .region = r->region};
    violate(an, s, &v);
}

static bool is_scalar_cell(const Type *t)
{
    return type_is_integer(t) || t->kind == TYPE_POINTER || type_is_floating(t) ||
           t->kind == TYPE_NULLPTR;
}

/* sp[0], sp[-1] of a stack in a local array, or *sp of one of unions: what was pushed there is a
 * matter of the program's own bookkeeping (a parser's tables), which our paths do not follow. */
static bool is_stack_slot(const Analysis *an, const Inst *in, uint32_t region)
{
    const RegionInfo *info = region_info(an, region);
    const Place *p = mir_place(an->fn, in->a);
    if (info->kind != REGION_LOCAL || !info->type || info->type->kind != TYPE_ARRAY ||
        p->base != PLACE_DEREF || p->pointer.kind != OPERAND_TEMP)
        return false;
    if (info->type->elem->kind == TYPE_UNION)
        return true;
    uint32_t b = an->def_block[p->pointer.index];
    if (b >= an->fn->blocks.len)
        return false;
    const Block *block = &an->fn->blocks.data[b];
    for (uint32_t i = 0; i < block->insts.len; i++) {
        const Inst *def = &block->insts.data[i];
        if (local_is(def->dst) && def->dst.i == p->pointer.index && def->op == INST_PTRADD)
            return def->y.kind == OPERAND_INT && (int64_t)def->y.u.bits <= 0;
    }
    return false;
}

/* listDelNode(l, l->head); ... l->head: what a callee released, found again in memory that we saw
 * nobody write. The callee wrote to links that we do not know, and took it out by that; if it found
 * it right there, we know them. */
static bool is_unlinked(const Analysis *an, const State *s, const PlaceRef *r, Value v)
{
    if (v.kind != VAL_PTR || v.num || region_info(an, r->region)->kind == REGION_LOCAL)
        return false;
    const Cell *cell;
    (void)state_peek(an, s, r->region, r->off, r->off_sym, r->type->size, &cell);
    uint8_t kind = region_info(an, v.id)->kind;
    const RegionState *rs = state_region_find(s, v.id);
    if ((kind != REGION_ENTRY && kind != REGION_UNKNOWN) || !rs || rs->life != LIFE_FREED ||
        !rs->event || !cell || cell->written.begin)
        return false;
    const Event *e = &an->events.data[rs->event];
    return e->inner && e->relinks &&
           (e->holder != r->region || e->holder_off != r->off || r->off_sym);
}

/* The bits of the unit v: asked twice, they are the same. Signed ones are not told apart so far. */
static Value bit_field_value(Analysis *an, State *s, PlaceId id, const PlaceRef *r, Value v,
                             const Type *t)
{
    if (v.kind == VAL_INT && v.num == 0)
        return v;
    const Place *p = mir_place(an->fn, id);
    const Field *f = an->fn->projections.data[p->first + p->count - 1].field;
    bool is_unsigned = r->type->is_unsigned || r->type->kind == TYPE_BOOL;
    if (v.kind != VAL_SYM || !is_unsigned || f->bit_width == 0 || f->bit_width > 32)
        return value_read(an, s, r->region, t, value_is_outside(an, v));
    const Type *unit = type_basic(an->fn->unit->types, TYPE_ULONG);
    Value bits = value_binary(an, s, BIN_SHR, v, value_int(f->bit_offset % 8), unit, unit);
    int64_t mask = (int64_t)(((uint64_t)1 << f->bit_width) - 1);
    return value_binary(an, s, BIN_AND, bits, value_int(mask), unit, t);
}

/* *(unsigned long *)&n->next |= 1: an address that carries flags in bits it does not need. */
static bool is_tagged(const Analysis *an, Value v, const Type *as, const Type *wanted)
{
    const SymInfo *i = v.kind == VAL_SYM ? sym_info(an, v.id) : NULL;
    return i && i->kind == SYMBOL_BINARY && (i->op == BIN_AND || i->op == BIN_OR) &&
           as->size == wanted->size;
}

const Type *number_as_pointer(const Analysis *an, const State *s, uint32_t region, int64_t off,
                              uint32_t off_sym, const Type *wanted)
{
    const Cell *c;
    Value v = state_peek(an, s, region, off, off_sym, wanted->size, &c);
    bool number = v.kind == VAL_SYM || (v.kind == VAL_INT && v.num != 0);
    if (!number || wanted->kind != TYPE_POINTER || !c || !c->type || !type_is_integer(c->type))
        return NULL;
    return is_tagged(an, v, c->type, wanted) ? NULL : c->type;
}

static void eval_load(Analysis *an, State *s, const Inst *in, StateList *out)
{
    PlaceRef r = eval_place(an, s, in->a, true);
    if (r.dead) {
        state_drop(an, s);
        return;
    }
    const Type *t = an->fn->locals.data[in->dst.i].type;
    if (!r.known || r.outside || (in->flags & INST_VOLATILE)) {
        state_set_temp(an, s, in->dst,
                       r.known && !r.outside ? value_read(an, s, r.region, t, false)
                                             : value_fresh(an, s, t, false));
        state_list_add(out, s);
        return;
    }
    if (r.off_sym && r.type->size == 1)
        string_walked(an, r.region);
    Value v = state_load(an, s, r.region, r.off, r.off_sym, r.type);
    const Type *held = number_as_pointer(an, s, r.region, r.off, r.off_sym, r.type);
    if (held && an->last_use[in->dst.i] != UINT32_MAX - 1) {
        Violation wrong = {.kind = VIOLATION_TYPE,
                           .span = in->span,
                           .subject = in->span,
                           .region = r.region,
                           .held = held,
                           .wanted = r.type};
        violate(an, s, &wrong);
        v = value_fresh(an, s, r.type, false);
        state_store(an, s, r.region, r.off, r.off_sym, r.type->size, v);
    }
    if (is_unlinked(an, s, &r, v)) {
        v = value_fresh(an, s, r.type, false);
        state_store(an, s, r.region, r.off, r.off_sym, r.type->size, v);
    }
    if (v.kind == VAL_UNINIT) {
        /* a value that nobody looks at is not used */
        if (an->last_use[in->dst.i] != UINT32_MAX - 1 && !is_stack_slot(an, in, r.region) &&
            !initialises_itself(an, in))
            report_uninit(an, s, in, &r);
        v = value_fresh(an, s, t, false);
        if (is_scalar_cell(r.type))
            state_store(an, s, r.region, r.off, r.off_sym, r.type->size ? r.type->size : 1, v);
    } else if (place_is_bit_field(an, in->a)) {
        v = bit_field_value(an, s, in->a, &r, v, t);
    }
    if (v.kind == VAL_SYM && v.num == 0 && sym_info(an, v.id)->kind == SYMBOL_ENTRY &&
        engine_counts_owners(an->engine, an->fn, in->a))
        (void)state_assume_interval(an, s, v, t, 1, INT64_MAX);
    state_set_temp(an, s, in->dst, v);
    state_list_add(out, s);
}

static void store_scalar(Analysis *an, State *s, const Inst *in, const PlaceRef *r, Value v)
{
    uint64_t size = r->type->size ? r->type->size : 1;
    if (place_is_bit_field(an, in->a)) {
        const Place *p = mir_place(an->fn, in->a);
        const Field *f = an->fn->projections.data[p->first + p->count - 1].field;
        size = (f->bit_offset % 8 + f->bit_width + 7) / 8;
        v = value_unknown();
    }
    state_store_within(an, s, r->region, r->off, r->off_sym, size, v, r->lo, r->hi);
    state_set_type(s, r->region, r->off, r->off_sym, r->type);
}

/* p->next->prev = p->prev takes p out of its list: who else pointed to it may be made to point
 * elsewhere by the same stroke, through pointers that we know by another name. */
void forget_holders(Analysis *an, State *s, uint32_t out)
{
    if (!out || region_info(an, out)->kind == REGION_LOCAL)
        return;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        Cell *c = &s->cells[i];
        uint8_t k = region_info(an, c->region)->kind;
        bool theirs = k == REGION_ENTRY || k == REGION_UNKNOWN || k == REGION_GLOBAL;
        if (theirs && c->value.kind == VAL_PTR && c->value.id == out && !c->value.num)
            c->value = value_unknown();
    }
}

/* May a pointer of which nothing is known lead there? What callers gave leads to nothing that is
 * ours. */
static bool may_be_aliased(const Analysis *an, const State *s, uint32_t region, bool unknown)
{
    const RegionInfo *i = region_info(an, region);
    const RegionState *rs = state_region_find(s, region);
    switch ((RegionKind)i->kind) {
    case REGION_ENTRY:
    case REGION_UNKNOWN:
    case REGION_GLOBAL: return true;
    case REGION_LOCAL: return unknown && an->fn->locals.data[i->index].address_taken;
    case REGION_HEAP: return unknown && rs && rs->own == OWN_GIVEN;
    case REGION_NONE:
    case REGION_STRING:
    case REGION_HANDLE: return false;
    }
    return false;
}

void forget_aliased(Analysis *an, State *s, uint32_t region)
{
    const RegionInfo *written = region_info(an, region);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        Cell *c = &s->cells[i];
        bool holder = c->region == written->parent; /* n->pprev is not in *n */
        if (c->region == region || holder || c->value.kind != VAL_PTR ||
            !may_be_aliased(an, s, c->region, written->kind == REGION_UNKNOWN))
            continue;
        RegionState *held = state_region(an, s, c->value.id);
        if (held->own == OWN_YES || region_info(an, c->value.id)->kind == REGION_ENTRY)
            held->own = OWN_GIVEN;
        s->cells[i].alias = cell_is_entry(an, &s->cells[i]) ? region : 0;
        s->cells[i].value = value_unknown();
    }
}

/* *pp = x through an unknown pointer to a pointer: any pointer in memory that others may know may
 * be the one that changes (TAILQ_REMOVE, remove by pointer to pointer). */
static void forget_aliases(Analysis *an, State *s, const Inst *in, const PlaceRef *r)
{
    const Place *p = mir_place(an->fn, in->a);
    uint8_t kind = region_info(an, r->region)->kind;
    if (p->base != PLACE_DEREF || r->type->kind != TYPE_POINTER ||
        (kind != REGION_ENTRY && kind != REGION_UNKNOWN))
        return;
    if (p->count) {
        if (kind == REGION_ENTRY)
            forget_holders(an, s, region_info(an, r->region)->parent);
        return;
    }
    forget_aliased(an, s, r->region);
}

/* What was freed is put where others find it: nothing but a later store there would mend it. */
static void oblige_kept(Analysis *an, State *s, const Inst *in, const PlaceRef *r, Value v)
{
    uint8_t k = region_info(an, r->region)->kind;
    if (v.kind != VAL_PTR || (k != REGION_ENTRY && k != REGION_GLOBAL))
        return;
    RegionState *rs = state_region(an, s, v.id);
    if (rs->life != LIFE_FREED || rs->null == NULL_IS || rs->flags & REGION_PASSED_ON ||
        region_info(an, v.id)->kind == REGION_HANDLE)
        return;
    Span at = operand_span(an, &in->x);
    Violation freed = {
        .kind = VIOLATION_FREED_USE, .span = at, .subject = at, .region = v.id, .cause = rs->event};
    violate(an, s, &freed);
    state_region(an, s, v.id)->life = LIFE_UNKNOWN;
}

static void eval_store(Analysis *an, State *s, const Inst *in, StateList *out)
{
    PlaceRef r = eval_place(an, s, in->a, true);
    if (r.dead) {
        state_drop(an, s);
        return;
    }
    Value v = eval_operand(an, s, &in->x);
    if (!r.known || r.outside || (in->flags & INST_VOLATILE)) /* what is read there is any value */
        escape_value(an, s, v, ESCAPE_READS);
    if (r.known && r.outside) /* it was to end a string, perhaps: one mistake is one finding */
        state_region(an, s, r.region)->length = value_unknown();
    if (!r.known || r.outside) {
        state_list_add(out, s);
        return;
    }
    if (in->x.kind == OPERAND_UNDEF) {
        state_fill(an, s, r.region, r.off, r.type->size, value_unknown());
    } else {
        forget_aliases(an, s, in, &r);
        oblige_kept(an, s, in, &r, v);
        if (v.kind == VAL_PTR && v.off_sym && region_info(an, r.region)->kind != REGION_LOCAL)
            oblige_start(an, s, v,
                         &(NumberAsk){.span = in->span, .subject = operand_span(an, &in->x)});
        store_scalar(an, s, in, &r, v);
        if (r.object && region_info(an, r.region)->kind == REGION_HEAP && !r.off_sym)
            state_region(an, s, r.region)->held = r.object;
    }
    state_list_add(out, s);
}

/* Scalars of a type in ascending offset, at most `cap`; false when there are more. */
typedef struct Leaf {
    uint64_t off;
    const Type *type;
    bool bits;
} Leaf;
/* A union counts as its pointer, which is what ownership hangs on. */
static const Type *union_leaf(const Type *t)
{
    for (uint32_t i = 0; i < t->u.record->field_count; i++)
        if (t->u.record->fields[i].type->kind == TYPE_POINTER &&
            t->u.record->fields[i].type->size == t->size)
            return t->u.record->fields[i].type;
    return t;
}

static bool collect_leaves(const Type *t, uint64_t off, Leaf *leaves, uint32_t *n, uint32_t cap)
{
    if (t->kind == TYPE_STRUCT) {
        for (uint32_t i = 0; i < t->u.record->field_count; i++) {
            const Field *f = &t->u.record->fields[i];
            if (f->is_bit_field ? !f->name : f->flexible)
                continue;
            if (!collect_leaves(f->type,
                                off + f->offset + (f->is_bit_field ? f->bit_offset / 8 : 0), leaves,
                                n, cap))
                return false;
        }
        return true;
    }
    if (t->kind == TYPE_ARRAY && t->elem->size && t->u.array.count <= 8 && !t->vla) {
        for (uint64_t i = 0; i < t->u.array.count; i++)
            if (!collect_leaves(t->elem, off + i * t->elem->size, leaves, n, cap))
                return false;
        return true;
    }
    if (*n == cap)
        return false;
    leaves[(*n)++] = (Leaf){off, t->kind == TYPE_UNION ? union_leaf(t) : t, false};
    return true;
}

void load_pointers(Analysis *an, State *s, const PlaceRef *r)
{
    Leaf leaves[64];
    uint32_t n = 0;
    (void)collect_leaves(r->type, 0, leaves, &n, COUNT_OF(leaves));
    for (uint32_t i = 0; i < n; i++)
        if (leaves[i].type->kind == TYPE_POINTER)
            (void)state_load(an, s, r->region, r->off + (int64_t)leaves[i].off, r->off_sym,
                             leaves[i].type);
}

static void copy_object(Analysis *an, State *s, const PlaceRef *to, const PlaceRef *from,
                        const Type *t)
{
    Leaf leaves[64];
    uint32_t n = 0;
    bool all = collect_leaves(t, 0, leaves, &n, COUNT_OF(leaves));
    Value values[64];
    const Type *stored_as[64];
    for (uint32_t i = 0; i < n; i++) {
        const Type *lt = leaves[i].type;
        int64_t off = from->off + (int64_t)leaves[i].off;
        const Cell *cell;
        (void)state_peek(an, s, from->region, off, from->off_sym, lt->size, &cell);
        stored_as[i] = cell ? cell->type : NULL;
        if (is_scalar_cell(lt)) {
            values[i] = state_peek(an, s, from->region, off, from->off_sym, lt->size, NULL);
            if (values[i].kind == VAL_UNKNOWN)
                values[i] = state_load(an, s, from->region, off, from->off_sym, lt);
        } else {
            values[i] = state_peek(an, s, from->region, off, from->off_sym, lt->size, NULL);
        }
    }
    /* of arrays that are too long to be looked at element by element, what is known of them */
    Cell *known = ARENA_ARRAY(an->scratch, Cell, s->cell_count + 1);
    uint32_t known_count = 0;
    for (uint32_t i = 0; i < s->cell_count && !from->off_sym && !to->off_sym; i++) {
        const Cell *c = &s->cells[i];
        if (c->region == from->region &&
            (c->off_sym ? from->off == 0
                        : c->off >= from->off &&
                              c->off + (int64_t)c->size <= from->off + (int64_t)t->size))
            known[known_count++] = *c;
    }
    state_store(an, s, to->region, to->off, to->off_sym, t->size ? t->size : 1, value_unknown());
    for (uint32_t i = 0; all && i < n; i++)
        if (leaves[i].type->size) {
            state_store(an, s, to->region, to->off + (int64_t)leaves[i].off, to->off_sym,
                        leaves[i].type->size, values[i]);
            state_set_type(s, to->region, to->off + (int64_t)leaves[i].off, to->off_sym,
                           stored_as[i]);
        }
    for (uint32_t i = 0; i < known_count; i++) {
        const Cell *c = &known[i];
        int64_t by = to->off - from->off;
        state_store_within(an, s, to->region, c->off + by, c->off_sym, c->size, c->value,
                           c->lo + by, c->hi + by);
        state_set_type(s, to->region, c->off + by, c->off_sym, c->type);
    }
}

void eval_copy(Analysis *an, State *s, const Inst *in, StateList *out)
{
    PlaceRef from = eval_place(an, s, in->b, true);
    PlaceRef to = {.dead = true};
    if (!from.dead)
        to = eval_place(an, s, in->a, true);
    if (from.dead || to.dead) {
        state_drop(an, s);
        return;
    }
    if (to.outside || from.outside)
        ;
    else if (to.known && from.known)
        copy_object(an, s, &to, &from, to.type);
    else if (to.known)
        state_fill(an, s, to.region, to.off, to.type->size, value_unknown());
    state_list_add(out, s);
}

static void eval_fill(Analysis *an, State *s, const Inst *in, Value v, StateList *out)
{
    PlaceRef r = eval_place(an, s, in->a, true);
    if (r.dead) {
        state_drop(an, s);
        return;
    }
    if (r.known && !r.outside)
        state_store(an, s, r.region, r.off, r.off_sym, r.type->size ? r.type->size : 1, v);
    state_list_add(out, s);
}

/* char word[10] = "hello"; char tag[4] = "RIFF" has no room for a NUL. */
static void eval_string(Analysis *an, State *s, const Inst *in, StateList *out)
{
    StateList after = {0};
    eval_fill(an, s, in, value_unknown(), &after);
    const MirString *m = &an->fn->strings.data[in->x.index];
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        PlaceRef r = eval_place(an, x, in->a, false);
        uint32_t n = 0;
        while (n < m->count && m->bytes[n])
            n++;
        if (r.known && !r.off_sym && m->elem_size == 1 && r.type)
            set_string_length(an, x, value_ptr(r.region, r.off),
                              value_int(n < r.type->size ? (int64_t)n : LENGTH_WITHOUT_END));
        state_list_add(out, x);
    }
}

/* ---- storage --------------------------------------------------------------------------------- */
/* A variable of a loop's body begins anew: who still points to it points to the one before. */
static void leave_behind(Analysis *an, State *s, uint32_t r)
{
    bool held = false;
    for (uint32_t i = 0; i < s->cell_count && !held; i++)
        held = s->cells[i].value.kind == VAL_PTR && s->cells[i].value.id == r;
    const RegionState *old = state_region_find(s, r);
    if (!held || !old || old->life != LIFE_SCOPE)
        return;
    uint32_t event = old->event;
    RegionInfo info = *region_info(an, r);
    uint32_t before = region_fresh(an, &info);
    RegionState *rs = state_region(an, s, before);
    rs->life = LIFE_SCOPE;
    rs->event = event;
    rs->content = CONTENT_ANY;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].value.kind == VAL_PTR && s->cells[i].value.id == r)
            s->cells[i].value.id = before;
}

static void eval_live(Analysis *an, State *s, const Inst *in)
{
    uint32_t r = an->region_of_local[in->dst.i];
    if (an->fn->locals.data[in->dst.i].address_taken)
        leave_behind(an, s, r);
    state_forget_region(an, s, r, CONTENT_UNINIT);
    RegionState *rs = state_region(an, s, r);
    rs->life = LIFE_LIVE;
    rs->event = 0;
    rs->size = region_info(an, r)->size;
}

static void eval_dead(Analysis *an, State *s, const Inst *in)
{
    uint32_t r = an->region_of_local[in->dst.i];
    bool taken = an->fn->locals.data[in->dst.i].address_taken;
    uint32_t e = taken ? event_add(an, s, EVENT_SCOPE, r, in->span, NULL, NULL) : 0;
    state_forget_region(an, s, r, CONTENT_UNINIT);
    RegionState *rs = state_region(an, s, r);
    rs->life = LIFE_SCOPE;
    rs->event = e;
}

/* ---- arithmetic ------------------------------------------------------------------------------ */
static Value eval_pointer_difference(Analysis *an, State *s, const Inst *in, const Type *t)
{
    Value x = eval_operand(an, s, &in->x), y = eval_operand(an, s, &in->y);
    uint64_t size = in->type && in->type->size ? in->type->size : 1;
    if (x.kind == VAL_PTR && y.kind == VAL_PTR && x.id == y.id) {
        if (x.off_sym == y.off_sym)
            return value_int((x.num - y.num) / (int64_t)size);
        Value bytes = value_binary(an, s, BIN_SUB, value_offset(x), value_offset(y), t, t);
        return size == 1 ? bytes
                         : value_binary(an, s, BIN_DIV, bytes, value_int((int64_t)size), t, t);
    }
    return value_fresh(an, s, t, false);
}

static void ask_operator(Analysis *an, State *s, const Inst *in, Value y, const Type *t)
{
    NumberAsk ask = {.span = in->span, .subject = operand_span(an, &in->y)};
    if (!type_is_integer(t))
        return;
    if (in->sub == BIN_DIV || in->sub == BIN_REM)
        (void)oblige_divisor(an, s, y, in->y.type, &ask);
    else if (in->sub == BIN_SHL || in->sub == BIN_SHR)
        (void)oblige_shift(an, s, y, in->y.type, t->width, &ask);
}

/* Of a floating constant its bits: see arith.c. */
static Value operator_operand(Analysis *an, State *s, const Operand *o)
{
    if (o->kind != OPERAND_FLOAT)
        return eval_operand(an, s, o);
    double d = (double)an->fn->floats.data[o->index];
    int64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return value_int(bits);
}

static Value eval_value(Analysis *an, State *s, const Inst *in)
{
    const Type *t = an->fn->locals.data[in->dst.i].type;
    Value x = eval_operand(an, s, &in->x);
    switch ((InstOp)in->op) {
    case INST_ASSIGN: return x;
    case INST_UNARY: return value_unary(an, s, (UnaryOp)in->sub, x, t);
    case INST_BINARY: {
        x = operator_operand(an, s, &in->x);
        Value y = operator_operand(an, s, &in->y);
        if (in->sub < BIN_LT || in->sub > BIN_NE) { /* a tag in a pointer's low bits, an xor list */
            escape_value(an, s, x, ESCAPE_READS);
            escape_value(an, s, y, ESCAPE_READS);
        }
        ask_operator(an, s, in, y, t);
        return value_binary(an, s, (BinaryOp)in->sub, x, y, in->x.type, t);
    }
    case INST_CONVERT: return value_convert(an, s, (ConvertKind)in->sub, x, in->x.type, t);
    case INST_PTRADD:
        return value_ptr_add(
            an, s, x, eval_operand(an, s, &in->y), in->y.type,
            in->type && !in->arg_count ? (int64_t)(in->type->size ? in->type->size : 1) : 0);
    case INST_PTRSUB: return eval_pointer_difference(an, s, in, t);
    case INST_ADDR: {
        PlaceRef r = eval_place(an, s, in->a, false);
        const Place *p = mir_place(an->fn, in->a);
        if (r.known && p->base == PLACE_DEREF && p->count) { /* &p->m is made of a valid p */
            RegionState *rs = state_region(an, s, r.region);
            if (rs->null == NULL_UNKNOWN)
                rs->null = NULL_NO;
        }
        return r.known ? (Value){VAL_PTR, r.region, r.off_sym, r.off}
                       : value_fresh(an, s, t, false);
    }
    case INST_LOAD:
    case INST_STORE:
    case INST_COPY:
    case INST_ZERO:
    case INST_STRING:
    case INST_CALL:
    case INST_BUILTIN:
    case INST_VA_ARG:
    case INST_LIVE:
    case INST_DEAD:
    case INST_VLA:
    case INST_CHECK:
    case INST_ASM:
    case INST_OP_COUNT: break;
    }
    return value_unknown();
}

/* What assembly puts out is data, as what is read from unknown memory is: which bit is set in a
 * word, what this processor's variable holds. */
static Value asm_output(Analysis *an, State *s, const Type *t)
{
    if (!is_scalar_cell(t))
        return value_unknown();
    Value v = value_fresh(an, s, t, false);
    if (v.kind == VAL_SYM)
        an->syms.data[v.id].memory = an->syms.data[v.id].loaded = true;
    else if (v.kind == VAL_PTR)
        an->regions.data[v.id].memory = true;
    return v;
}

static void eval_asm(Analysis *an, State *s, const Inst *in)
{
    for (uint32_t i = 0; i < in->arg_count; i++)
        escape_value(an, s, eval_operand(an, s, &in->args[i]), ESCAPE_WRITES_ALL);
    for (uint32_t i = 0; in->asm_ && i < in->asm_->out_count; i++) {
        PlaceRef r = eval_place(an, s, in->asm_->outs[i], false);
        if (in->asm_->clobbers_memory && r.known && r.type && r.type->kind == TYPE_POINTER) {
            Value to = state_load(an, s, r.region, r.off, r.off_sym, r.type); /* "+D"(to) */
            escape_value(an, s, to, ESCAPE_WRITES_ALL);
        }
        if (r.known && r.type)
            state_fill(an, s, r.region, r.off, r.type->size, asm_output(an, s, r.type));
    }
}

static void eval_va_arg(Analysis *an, State *s, const Inst *in)
{
    const Type *t = local_is(in->dst) ? an->fn->locals.data[in->dst.i].type : NULL;
    set_result(an, s, in, t ? value_fresh(an, s, t, false) : value_unknown());
}

void eval_inst(Analysis *an, State *s, const Inst *in, StateList *out)
{
    switch ((InstOp)in->op) {
    case INST_LOAD: eval_load(an, s, in, out); return;
    case INST_STORE: eval_store(an, s, in, out); return;
    case INST_COPY: eval_copy(an, s, in, out); return;
    case INST_ZERO: eval_fill(an, s, in, value_int(0), out); return;
    case INST_STRING: eval_string(an, s, in, out); return;
    case INST_CALL:
    case INST_BUILTIN: eval_call(an, s, in, out); return;
    case INST_ASSIGN:
    case INST_UNARY:
    case INST_BINARY:
    case INST_PTRADD:
    case INST_PTRSUB:
    case INST_CONVERT:
    case INST_ADDR: state_set_temp(an, s, in->dst, eval_value(an, s, in)); break;
    case INST_VA_ARG: eval_va_arg(an, s, in); break;
    case INST_LIVE: eval_live(an, s, in); break;
    case INST_DEAD: eval_dead(an, s, in); break;
    case INST_VLA: eval_live(an, s, in); break;
    case INST_CHECK: {
        Value v = eval_operand(an, s, &in->x);
        if (!state_assume(an, s, v, in->x.type, true)) {
            state_drop(an, s);
            return;
        }
        break;
    }
    case INST_ASM: eval_asm(an, s, in); break;
    case INST_OP_COUNT: break;
    }
    state_list_add(out, s);
}
