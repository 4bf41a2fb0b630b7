/* engine/safe.c - level safe: what is asked, where "not known" is an answer too.
 *
 *     p->x            p non-null and alive for certain, or it is reported
 *     (int *)n        refused outside __unsafe
 *
 * One mistake is one finding: afterwards the path goes on as if the obligation had held. */
#include "engine/safe.h"

bool safe_here(const Analysis *an)
{
    return an->safe && !an->fn->blocks.data[an->block].unsafe;
}

void safe_doubt(Analysis *an, State *s, const Violation *v)
{
    Violation doubt = *v;
    doubt.unproved = true;
    violate(an, s, &doubt);
}

void safe_refuse(Analysis *an, State *s, ViolationKind kind, WhyRefused why, Span at,
                 const char *who)
{
    Violation v = {.kind = kind, .span = at, .subject = at, .callee = who, .why = (uint8_t)why};
    violate(an, s, &v);
}

/* ---- pointers -------------------------------------------------------------------------------- */
ViolationKind safe_kind_of_end(const Analysis *an, const RegionState *rs)
{
    switch ((Life)rs->life) {
    case LIFE_MOVED: return VIOLATION_MOVED_USE;
    case LIFE_SCOPE: return VIOLATION_SCOPE_USE;
    case LIFE_TAKEN: return VIOLATION_TAKEN_USE;
    case LIFE_LIVE:
    case LIFE_FREED: return VIOLATION_FREED_USE;
    case LIFE_UNKNOWN: break;
    }
    switch ((EventKind)an->events.data[rs->event].kind) {
    case EVENT_MOVE: return VIOLATION_MOVED_USE;
    case EVENT_SCOPE: return VIOLATION_SCOPE_USE;
    case EVENT_ALLOC:
    case EVENT_FREE:
    case EVENT_NULL:
    case EVENT_BRANCH:
    case EVENT_DECLARED:
    case EVENT_STORE: break;
    }
    return VIOLATION_FREED_USE;
}

bool safe_has_elements(const Analysis *an, const State *s, const RegionState *rs)
{
    if (!region_info(an, rs->region)->counted || rs->size.kind == VAL_UNKNOWN)
        return false;
    Linear size = linear_of(an, s, rs->size);
    return linear_interval(an, s, &size).lo > 0;
}

static void fill_ask(Violation *v, const ArgumentAsk *ask)
{
    if (!ask)
        return;
    v->argument = true;
    v->callee = ask->callee;
    v->inner = ask->inner;
    v->reached = ask->reached;
}

/* False: the path ends here. */
static bool ask_null(Analysis *an, State *s, Value p, Violation *v)
{
    v->kind = VIOLATION_NULL;
    if (p.kind != VAL_PTR) {
        v->cause = p.kind == VAL_INT ? p.id : 0;
        v->number = p;
        v->maybe = p.kind != VAL_INT;
        if (p.kind == VAL_INT)
            violate(an, s, v);
        else
            safe_doubt(an, s, v);
        return p.kind != VAL_INT;
    }
    RegionState *rs = state_region(an, s, p.id);
    if (rs->null == NULL_NO)
        return true;
    if (rs->null != NULL_IS && safe_has_elements(an, s, rs)) {
        rs->null = NULL_NO;
        return true;
    }
    bool is = rs->null == NULL_IS;
    v->region = p.id;
    v->cause = rs->null_event;
    v->maybe = !is;
    rs->null = NULL_NO;
    if (is)
        violate(an, s, v);
    else
        safe_doubt(an, s, v);
    return !is;
}

static void ask_alive(Analysis *an, State *s, Value p, Violation *v)
{
    RegionState *rs = state_region(an, s, p.id);
    if (rs->life == LIFE_LIVE) {
        rs->last = ++an->clock;
        return;
    }
    v->kind = safe_kind_of_end(an, rs);
    v->region = p.id;
    v->cause = rs->event;
    v->maybe = false;
    bool unknown = rs->life == LIFE_UNKNOWN;
    rs->flags |= REGION_BLAMED;
    if (unknown)
        safe_doubt(an, s, v);
    else
        violate(an, s, v);
    safe_end(an, s, p.id, LIFE_LIVE, 0, END_SPARES_OWNED); /* said once */
    if (!unknown && region_info(an, p.id)->kind == REGION_LOCAL)
        state_forget_region(an, s, p.id, CONTENT_ANY);
}

bool safe_access(Analysis *an, State *s, Value p, Span subject, Span at, const ArgumentAsk *ask)
{
    Violation v = {.span = at, .subject = subject};
    fill_ask(&v, ask);
    bool handle = p.kind == VAL_PTR && region_info(an, p.id)->kind == REGION_HANDLE;
    bool wanted = !ask || ask->nonnull;
    if (is_no_address(p) && !wanted)
        return true;
    if (ask && p.kind != VAL_PTR && !ask->nonnull)
        return true; /* a number */
    if (wanted && !handle && !ask_null(an, s, p, &v))
        return false;
    if (p.kind != VAL_PTR || (ask && ask->releases))
        return true;
    const RegionState *rs = state_region(an, s, p.id);
    if (!(rs->flags & REGION_PASSED_ON))
        ask_alive(an, s, p, &v);
    return true;
}

/* ---- loans ----------------------------------------------------------------------------------- */
static int loan_order(const Loan *x, const Loan *y)
{
    if (x->borrower != y->borrower)
        return x->borrower < y->borrower ? -1 : 1;
    if (x->owner != y->owner)
        return x->owner < y->owner ? -1 : 1;
    return x->content - y->content;
}

void loan_put(Analysis *an, State *s, Loan l)
{
    uint32_t i = 0;
    while (i < s->loan_count && loan_order(&s->loans[i], &l) < 0)
        i++;
    if (l.borrower == l.owner || (i < s->loan_count && loan_order(&s->loans[i], &l) == 0))
        return;
    if (s->loan_count == s->loan_cap)
        vec_grow(an->arena, (void **)(void *)&s->loans, &s->loan_cap, sizeof *s->loans);
    memmove(s->loans + i + 1, s->loans + i, (s->loan_count - i) * sizeof *s->loans);
    s->loans[i] = l;
    s->loan_count++;
}

void loan_add(Analysis *an, State *s, uint32_t borrower, uint32_t owner)
{
    loan_put(an, s, (Loan){borrower, owner, false});
}

bool loan_is(const State *s, uint32_t borrower, uint32_t owner)
{
    for (uint32_t i = 0; i < s->loan_count; i++)
        if (s->loans[i].borrower == borrower && s->loans[i].owner == owner && !s->loans[i].content)
            return true;
    return false;
}

void loan_note(Analysis *an, State *s, uint32_t holder, uint32_t owner)
{
    loan_put(an, s, (Loan){holder, owner, true});
}

void loans_copy(Analysis *an, State *s, uint32_t to, uint32_t from, bool content)
{
    for (uint32_t i = 0; i < s->loan_count; i++)
        if (s->loans[i].borrower == from)
            loan_put(an, s, (Loan){to, s->loans[i].owner, content});
}

void loan_end(State *s, uint32_t borrower, uint32_t owner)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->loan_count; i++) {
        const Loan *l = &s->loans[i];
        if (l->borrower != borrower || l->owner != owner || l->content)
            s->loans[w++] = *l;
    }
    s->loan_count = w;
}

static void loans_keep(State *s, uint32_t borrower, bool keep_whole, bool keep_content)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->loan_count; i++) {
        const Loan *l = &s->loans[i];
        if (l->borrower != borrower || (l->content ? keep_content : keep_whole))
            s->loans[w++] = *l;
    }
    s->loan_count = w;
}

void loan_drop(State *s, uint32_t borrower)
{
    loans_keep(s, borrower, false, false);
}

void loans_of_content_drop(State *s, uint32_t holder)
{
    loans_keep(s, holder, true, false);
}

void loans_hand_on(Analysis *an, State *s, uint32_t region)
{
    for (uint32_t i = 0; i < s->loan_count; i++)
        if (s->loans[i].owner == region)
            loans_copy(an, s, s->loans[i].borrower, region, s->loans[i].content);
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->loan_count; i++)
        if (s->loans[i].owner != region && s->loans[i].borrower != region)
            s->loans[w++] = s->loans[i];
    s->loan_count = w;
}

void safe_end_within(Analysis *an, State *s, uint32_t region, Life life, uint32_t event,
                     EndOwned owned)
{
    for (uint32_t i = 0; i < s->loan_count; i++) {
        if (s->loans[i].owner != region || s->loans[i].content)
            continue;
        uint32_t borrower = s->loans[i].borrower;
        RegionState *rs = state_region(an, s, borrower);
        bool spared = owned == END_SPARES_OWNED && rs->own == OWN_YES;
        bool open = rs->life == LIFE_LIVE || rs->life == LIFE_UNKNOWN;
        if (!spared && open && rs->life != life) /* loans may go round */
            safe_end(an, s, borrower, life, event, owned);
    }
}

void safe_end(Analysis *an, State *s, uint32_t region, Life life, uint32_t event, EndOwned owned)
{
    RegionState *rs = state_region(an, s, region);
    rs->life = (uint8_t)life;
    rs->event = event;
    if (life == LIFE_LIVE)
        return;
    rs->own = OWN_NONE;
    safe_end_within(an, s, region, life, event, owned);
    if (life == LIFE_UNKNOWN)
        return;
    uint32_t w = 0; /* what it held is nobody's to look at */
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].region != region)
            s->cells[w++] = s->cells[i];
    s->cell_count = w;
}

/* In an array, at an index that only a symbol names. */
static bool held_at_index(const State *s, uint32_t region)
{
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].off_sym && s->cells[i].value.kind == VAL_PTR &&
            s->cells[i].value.id == region)
            return true;
    return false;
}

void safe_doubt_twins(Analysis *an, State *s, uint32_t region, uint32_t event)
{
    const Type *t = region_info(an, region)->type;
    for (uint32_t i = 0; i < s->loan_count; i++) {
        if (s->loans[i].borrower != region || s->loans[i].content)
            continue;
        for (uint32_t k = 0; k < s->loan_count; k++) {
            const Loan *l = &s->loans[k];
            bool twin =
                l->owner == s->loans[i].owner || safe_may_alias(an, s, l->owner, s->loans[i].owner);
            if (!twin || l->borrower == region || l->content)
                continue;
            const Type *other = region_info(an, l->borrower)->type;
            RegionState *rs = state_region(an, s, l->borrower);
            bool apart = l->owner == s->loans[i].owner && rs->own == OWN_YES &&
                         !held_at_index(s, l->borrower) && !held_at_index(s, region);
            if (rs->life != LIFE_LIVE || apart || (t && other && t->canon != other->canon))
                continue;
            rs->life = LIFE_UNKNOWN;
            rs->event = event;
        }
    }
}

void safe_ask_invalidates(Analysis *an, State *s, uint32_t region, Span at, const char *who)
{
    const FunctionContract *k = an->safe->contract;
    for (uint32_t i = 0; i < k->param_count; i++)
        if (k->params[i].noinvalidate && !k->params[i].own && safe_comes_from(an, s, region, i)) {
            safe_refuse(an, s, VIOLATION_CONTRACT, WHY_INVALIDATES, at, who);
            return;
        }
}

/* ---- conversions ----------------------------------------------------------------------------- */
static bool is_object_pointer(const Type *t)
{
    return t && t->kind == TYPE_POINTER && t->elem->kind != TYPE_FUNCTION;
}

static bool is_byte(const Type *t)
{
    return t->kind == TYPE_CHAR || t->kind == TYPE_SCHAR || t->kind == TYPE_UCHAR;
}

/* Does an object of type a begin with one of type b? */
static bool starts_with(const Type *a, const Type *b)
{
    for (int depth = 0; depth < 16; depth++) {
        if (a->canon == b->canon)
            return true;
        if (a->kind != TYPE_STRUCT || !a->u.record->field_count)
            return false;
        a = a->u.record->fields[0].type;
    }
    return false;
}

/* A fresh allocation is of whatever type it is first used as; any other object has its type. */
static bool may_be_seen_as(const Analysis *an, const State *s, Value v, const Type *wanted)
{
    if (v.kind == VAL_INT)
        return v.num == 0;
    if (v.kind != VAL_PTR)
        return false;
    const RegionInfo *i = region_info(an, v.id);
    const RegionState *rs = state_region_find(s, v.id);
    if (i->kind == REGION_HEAP)
        return !(rs && rs->held) || starts_with(rs->held, wanted) || is_byte(wanted);
    if (i->type && i->type->kind == TYPE_ARRAY)
        return starts_with(i->type->elem, wanted) || starts_with(i->type, wanted);
    return i->type && !type_is_void(i->type) && starts_with(i->type, wanted);
}

/* What the conversion claims is believed from here: by __unsafe, or as it was refused. */
static void believe(Analysis *an, State *s, const Type *to, Value v)
{
    RegionState *rs = v.kind == VAL_PTR ? state_region(an, s, v.id) : NULL;
    if (!rs || rs->size.kind != VAL_UNKNOWN || !type_is_complete(to->elem))
        return;
    rs->size = value_int((int64_t)to->elem->size);
    rs->content = CONTENT_ENTRY;
    an->regions.data[v.id].type = to->elem;
}

/* What the pointer is from here on: one mistake is one finding. */
static Value ask_cast(Analysis *an, State *s, const Type *from, const Type *to, Value v, Span at)
{
    const Type *a = from->elem, *b = to->elem;
    if ((a->quals & QUAL_CONST) && !(b->quals & QUAL_CONST))
        safe_refuse(an, s, VIOLATION_UNSAFE, WHY_CONST_LOST, at, NULL);
    bool bytes = is_byte(b) && !type_is_void(a);
    if (type_is_void(b) || bytes || starts_with(a->canon, b->canon))
        return v;
    if (!may_be_seen_as(an, s, v, b)) {
        safe_refuse(an, s, VIOLATION_UNSAFE, type_is_void(a) ? WHY_OPAQUE : WHY_CAST, at, NULL);
        const RegionState *rs = v.kind == VAL_PTR ? state_region_find(s, v.id) : NULL;
        Promise any = {.known = true, .level.nonnull = true};
        if (safe_here(an) && (!rs || rs->size.kind != VAL_UNKNOWN))
            return promised_pointer(an, s, to, &any, NULL, 0);
    }
    RegionState *fresh = type_is_void(a) && v.kind == VAL_PTR &&
                                 region_info(an, v.id)->kind == REGION_HEAP && !is_byte(b)
                             ? state_region(an, s, v.id)
                             : NULL;
    if (fresh && !fresh->held && !v.num && !v.off_sym && type_is_complete(b))
        fresh->held = b;
    believe(an, s, to, v);
    return v;
}

/* One pointer as another. Where no cast is written MIR has no conversion: the operand has another
 * type than the temp that it names. */
static void ask_operand(Analysis *an, State *s, const Operand *o, Span at)
{
    if (o->kind != OPERAND_TEMP || !is_object_pointer(o->type))
        return;
    const Local *l = &an->fn->locals.data[o->index];
    bool compared = an->inst && an->inst->op == INST_BINARY;
    if (is_object_pointer(l->type) && l->type != o->type && !compared)
        state_set_temp(an, s, (LocalId){o->index},
                       ask_cast(an, s, l->type, o->type, eval_operand(an, s, o),
                                l->span.begin ? l->span : at));
}

static void ask_operands(Analysis *an, State *s, const Inst *in)
{
    ask_operand(an, s, &in->x, in->span);
    ask_operand(an, s, &in->y, in->span);
    for (uint32_t i = 0; i < in->arg_count; i++)
        ask_operand(an, s, &in->args[i], in->span);
    PlaceId places[2] = {in->a, in->b};
    for (int k = 0; k < 2; k++)
        if (place_is(places[k]) && mir_place(an->fn, places[k])->base == PLACE_DEREF)
            ask_operand(an, s, &mir_place(an->fn, places[k])->pointer, in->span);
}

/* An integer as a pointer. True: the result is set. */
static bool ask_conversion(Analysis *an, State *s, const Inst *in, Value v)
{
    const Type *to = an->fn->locals.data[in->dst.i].type;
    if (in->sub == CONVERT_PTR && is_object_pointer(to) && is_object_pointer(in->x.type)) {
        state_set_temp(an, s, in->dst, ask_cast(an, s, in->x.type, to, v, in->span));
        return true;
    }
    if (in->sub != CONVERT_INT_PTR || !is_object_pointer(to) || (v.kind == VAL_INT && !v.num))
        return false;
    Promise any = {.known = true, .level.nonnull = true};
    safe_refuse(an, s, VIOLATION_UNSAFE, WHY_INT_TO_POINTER, in->span, NULL);
    state_set_temp(an, s, in->dst, promised_pointer(an, s, to, &any, NULL, 0));
    return true;
}

/* ---- unions ---------------------------------------------------------------------------------- */
/* The name and the value in __tagged_by(kind, K_NUM). */
bool safe_tag(Analysis *an, const Field *f, Name *field, const Formula **value)
{
    const Attr *a = attr_find(f->attrs, ATTR_CORTEN_TAGGED_BY);
    a = a ? a : attr_find(f->type->notes, ATTR_CORTEN_TAGGED_BY);
    if (!a || a->token_count < 3 || a->tokens[0].kind != TOK_IDENT ||
        a->tokens[1].kind != TOK_COMMA)
        return false;
    *field = a->tokens[0].u.name;
    *value = formula_parse(an->scratch, a->tokens + 2, a->token_count - 2);
    return *value && (*value)->kind == FORMULA_INT;
}

static bool is_tagged(const Field *f)
{
    return attr_find(f->attrs, ATTR_CORTEN_TAGGED_BY) ||
           attr_find(f->type->notes, ATTR_CORTEN_TAGGED_BY);
}

/* The union's member that the place goes through: where does the record around the union begin? */
static void ask_tag(Analysis *an, State *s, PlaceId id, const PlaceRef *r, Span at, bool read)
{
    const Place *p = mir_place(an->fn, id);
    const Type *around = p->base_type;
    int64_t off = 0;
    int64_t total = 0;
    for (uint32_t i = 0; i < p->count; i++)
        if (an->fn->projections.data[p->first + i].kind == PROJ_FIELD)
            total += (int64_t)an->fn->projections.data[p->first + i].field->offset;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *pr = &an->fn->projections.data[p->first + i];
        if (pr->kind != PROJ_FIELD)
            return;
        const Record *owner = pr->field->owner;
        Name tag;
        const Formula *value;
        bool tagged = owner->is_union && is_tagged(pr->field);
        if (owner->is_union && owner->safe && !tagged && read && owner->field_count > 1) {
            safe_refuse(an, s, VIOLATION_UNSAFE, WHY_UNTAGGED, at, NULL);
            return;
        }
        if (tagged && read && around && safe_tag(an, pr->field, &tag, &value)) {
            Scope scope = {.kind = SCOPE_FIELDS,
                           .region = r->region,
                           .off_sym = r->off_sym,
                           .base = r->off - total + off,
                           .record = around};
            Formula name = {.kind = FORMULA_NAME, .name = tag};
            Formula equal = {.kind = FORMULA_BINARY, .op = BIN_EQ, .a = &name, .b = value};
            if (formula_truth(an, s, &equal, &scope) != 1) {
                Violation v = {.kind = VIOLATION_TYPE,
                               .span = at,
                               .subject = at,
                               .region = r->region,
                               .why = WHY_UNTAGGED};
                safe_doubt(an, s, &v);
                (void)formula_assume(an, s, &equal, &scope, true);
            }
            return;
        }
        if (!owner->is_union && pr->type->kind != TYPE_UNION) {
            off += (int64_t)pr->field->offset;
            around = pr->type;
        }
    }
}

/* ---- instructions ---------------------------------------------------------------------------- */
static const Field *last_field(const Analysis *an, PlaceId id)
{
    const Place *p = mir_place(an->fn, id);
    if (!p->count)
        return NULL;
    const Projection *pr = &an->fn->projections.data[p->first + p->count - 1];
    return pr->kind == PROJ_FIELD ? pr->field : NULL;
}

static void name_fresh(Analysis *an, const PlaceRef *r)
{
    uint64_t key = hash_mix(hash_mix(r->region, (uint64_t)r->off), r->off_sym);
    an->ordinal = (uint32_t)(key >> 16) | 1u << 31;
}

static bool is_scalar(const Type *t)
{
    return type_is_integer(t) || t->kind == TYPE_POINTER || type_is_floating(t);
}

static void safe_load(Analysis *an, State *s, const Inst *in, StateList *out)
{
    PlaceRef r = eval_place(an, s, in->a, true);
    if (r.dead) {
        state_drop(an, s);
        return;
    }
    const Type *t = an->fn->locals.data[in->dst.i].type;
    if (!r.known || r.outside || (in->flags & INST_VOLATILE)) {
        state_set_temp(an, s, in->dst, value_fresh(an, s, t, false));
        state_list_add(out, s);
        return;
    }
    bool used = an->last_use[in->dst.i] != UINT32_MAX - 1;
    if (used)
        ask_tag(an, s, in->a, &r, in->span, true);
    name_fresh(an, &r);
    Value v = state_load(an, s, r.region, r.off, r.off_sym, r.type);
    const Field *f = last_field(an, in->a);
    if (v.kind == VAL_UNINIT) {
        Violation uninit = {.kind = VIOLATION_UNINIT,
                            .span = in->span,
                            .subject = mir_place(an->fn, in->a)->span,
                            .region = r.region};
        if (used && state_region(an, s, r.region)->life == LIFE_LIVE)
            violate(an, s, &uninit);
        v = value_fresh(an, s, t, false);
        if (v.kind == VAL_PTR) { /* one mistake is one finding */
            Promise any = {.known = true, .level.nonnull = true, .string = is_byte(r.type->elem)};
            v = promised_pointer(an, s, r.type, &any, NULL, 0);
        }
        if (is_scalar(r.type))
            state_store(an, s, r.region, r.off, r.off_sym, r.type->size ? r.type->size : 1, v);
    }
    if (f && f->is_bit_field)
        v = value_fresh(an, s, t, false);
    /* where in a string the character stood: what a branch learns of it, it learns of the length */
    if (v.kind == VAL_SYM && r.type->size == 1 && sym_info(an, v.id)->kind == SYMBOL_FRESH) {
        an->syms.data[v.id].region = r.region;
        an->syms.data[v.id].off = r.off;
        an->syms.data[v.id].off_sym = r.off_sym;
    }
    state_set_temp(an, s, in->dst, v);
    state_list_add(out, s);
}

/* An owner is given a new object, or none: what it says of itself must be true of that. */
static void ask_owner(Analysis *an, State *s, const PlaceRef *r, Value v, const Inst *in)
{
    Promise p = promise_of(an, r->type, NULL, false);
    if (!p.level.own || v.kind != VAL_PTR)
        return;
    RegionState *rs = state_region(an, s, v.id);
    if (rs->null == NULL_IS)
        return;
    Span at = operand_span(an, &in->x);
    at = at.begin ? at : in->span;
    if (rs->own != OWN_YES || v.num || v.off_sym)
        safe_refuse(an, s, VIOLATION_CONTRACT, WHY_NOT_OWNED, at, NULL);
    loan_drop(s, v.id);
    loan_add(an, s, v.id, r->region);
}

/* A borrow that outlives the call must be one that was given to be kept. */
static void ask_kept(Analysis *an, State *s, const PlaceRef *r, Value v, const Inst *in)
{
    const RegionInfo *info = v.kind == VAL_PTR ? region_info(an, v.id) : NULL;
    uint8_t kind = region_info(an, r->region)->kind;
    const RegionState *rs = info ? state_region(an, s, v.id) : NULL;
    if (!rs || rs->own == OWN_YES || rs->null == NULL_IS || info->kind == REGION_STRING ||
        info->kind == REGION_GLOBAL || info->is_static || kind == REGION_LOCAL)
        return;
    const FunctionContract *k = an->safe->contract;
    Span at = operand_span(an, &in->x);
    at = at.begin ? at : in->span;
    bool global = kind == REGION_GLOBAL, into_param = false, allowed = false, from_param = false;
    for (uint32_t j = 0; j < k->param_count; j++) {
        from_param |= safe_comes_from(an, s, v.id, j);
        into_param |= safe_comes_from(an, s, r->region, j);
        for (uint32_t i = 0; i < k->param_count && !allowed; i++)
            allowed = safe_comes_from(an, s, v.id, j) && safe_comes_from(an, s, r->region, i) &&
                      (i == j || safe_captured_by(k, j, k->types[i].name));
    }
    Violation w = {.span = at, .subject = at, .region = v.id};
    if ((global || into_param) && info->kind == REGION_LOCAL) {
        w.kind = VIOLATION_SCOPE_ESCAPE;
        violate(an, s, &w);
    } else if ((global || into_param) && from_param && !(allowed && !global)) {
        w.kind = VIOLATION_OUTLIVES;
        violate(an, s, &w);
    }
}

static void safe_store(Analysis *an, State *s, const Inst *in, StateList *out)
{
    PlaceRef r = eval_place(an, s, in->a, true);
    if (r.dead) {
        state_drop(an, s);
        return;
    }
    Value v = eval_operand(an, s, &in->x);
    if (!r.known || r.outside || (in->flags & INST_VOLATILE) || in->x.kind == OPERAND_UNDEF) {
        bool result = r.region == an->region_of_local[0]; /* the end, without one */
        if (r.known && in->x.kind == OPERAND_UNDEF)
            state_fill(an, s, r.region, r.off, r.type->size,
                       result ? (Value){VAL_UNINIT, 0, 0, 0} : value_unknown());
        state_list_add(out, s);
        return;
    }
    const Field *f = last_field(an, in->a);
    ask_tag(an, s, in->a, &r, in->span, false);
    if (f && !f->owner->is_union) {
        Value object = {VAL_PTR, r.region, r.off_sym, r.off - (int64_t)f->offset};
        safe_open(an, s, r.region, object.num, r.off_sym, f->owner->type);
        safe_open_counted(an, s, object, f->owner->type, f->name);
    }
    if (r.type->kind == TYPE_POINTER && contract_level(r.type, NULL).own) { /* what is lost by it */
        Value old = state_load(an, s, r.region, r.off, r.off_sym, r.type);
        if (old.kind == VAL_PTR && state_region(an, s, old.id)->own == OWN_YES)
            loan_end(s, old.id, r.region);
    }
    ask_owner(an, s, &r, v, in);
    ask_kept(an, s, &r, v, in);
    uint64_t size = r.type->size ? r.type->size : 1;
    part_before_store(an, s, (Value){VAL_PTR, r.region, r.off_sym, r.off}, size, v);
    if (f && f->is_bit_field) {
        size = (f->bit_offset % 8 + f->bit_width + 7) / 8;
        v = value_unknown();
    }
    if (r.off_sym && r.lo < r.hi)
        state_store_within(an, s, r.region, r.off, r.off_sym, size, v, r.lo, r.hi);
    else
        state_store(an, s, r.region, r.off, r.off_sym, size, v);
    state_set_type(s, r.region, r.off, r.off_sym, r.type);
    safe_alias_store(an, s, (Value){VAL_PTR, r.region, r.off_sym, r.off}, size, r.type);
    if (r.object && region_info(an, r.region)->kind == REGION_HEAP && !r.off_sym)
        state_region(an, s, r.region)->held = r.object;
    state_list_add(out, s);
}

/* Owners in the bytes at r live in the region `to` from now on; 0: not here any more. */
static void move_owners(Analysis *an, State *s, const PlaceRef *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = state_first_cell(s, r->region);
         i < s->cell_count && s->cells[i].region == r->region; i++) {
        const Cell *c = &s->cells[i];
        if (c->off_sym != r->off_sym || c->off < r->off ||
            c->off >= r->off + (int64_t)r->type->size || c->value.kind != VAL_PTR ||
            state_region(an, s, c->value.id)->own != OWN_YES)
            continue;
        const Type *t = type_at(r->type, c->off - r->off, c->size);
        if (!t || t->kind != TYPE_POINTER || !contract_level(t, NULL).own)
            continue;
        uint32_t owned = c->value.id;
        loan_end(s, owned, from);
        if (to)
            loan_add(an, s, owned, to);
    }
}

/* A struct by value: what it owns moves, and what the other one owned is lost. */
static void safe_copy(Analysis *an, State *s, const Inst *in, StateList *out)
{
    PlaceRef from = eval_place(an, s, in->b, false), to = eval_place(an, s, in->a, false);
    bool known = from.known && to.known && !from.dead && !to.dead && from.type && to.type;
    if (from.known && !from.dead && from.type)
        load_pointers(an, s, &from);
    bool owns = known && type_owns(to.type);
    if (owns) {
        safe_open_owners(an, s, (Value){VAL_PTR, to.region, to.off_sym, to.off}, to.type);
        move_owners(an, s, &to, to.region, 0);
    }
    if (known)
        part_before_store(an, s, (Value){VAL_PTR, to.region, to.off_sym, to.off}, to.type->size,
                          value_unknown());
    eval_copy(an, s, in, out);
    for (State *one = out->first; one && known; one = one->next) {
        if (owns)
            move_owners(an, one, &to, from.region, to.region);
        safe_alias_store(an, one, (Value){VAL_PTR, to.region, to.off_sym, to.off}, to.type->size,
                         to.type);
    }
}

static void safe_dead(Analysis *an, State *s, const Inst *in)
{
    uint32_t r = an->region_of_local[in->dst.i];
    const Type *t = an->fn->locals.data[in->dst.i].type;
    if (type_owns(t) && t->kind != TYPE_POINTER)
        safe_open_owners(an, s, value_ptr(r, 0), t);
    uint32_t e = event_add(an, s, EVENT_SCOPE, r, in->span, NULL, NULL);
    loan_drop(s, r);
    state_forget_region(an, s, r, CONTENT_UNINIT);
    safe_end(an, s, r, LIFE_SCOPE, e, END_SPARES_OWNED);
}

bool safe_inst(Analysis *an, State *s, const Inst *in, StateList *out)
{
    ask_operands(an, s, in);
    switch ((InstOp)in->op) {
    case INST_LOAD: safe_load(an, s, in, out); return true;
    case INST_STORE: safe_store(an, s, in, out); return true;
    case INST_DEAD:
        safe_dead(an, s, in);
        state_list_add(out, s);
        return true;
    case INST_CALL:
    case INST_BUILTIN: safe_call(an, s, in, out); return true;
    case INST_CONVERT:
        if (!ask_conversion(an, s, in, eval_operand(an, s, &in->x)))
            return false;
        state_list_add(out, s);
        return true;
    case INST_ASM: safe_refuse(an, s, VIOLATION_UNSAFE, WHY_ASM, in->span, NULL); return false;
    case INST_COPY: safe_copy(an, s, in, out); return true;
    case INST_ZERO:
    case INST_STRING:
    case INST_ADDR:
    case INST_ASSIGN:
    case INST_UNARY:
    case INST_BINARY:
    case INST_PTRADD:
    case INST_PTRSUB:
    case INST_VA_ARG:
    case INST_LIVE:
    case INST_VLA:
    case INST_CHECK:
    case INST_OP_COUNT: break;
    }
    return false;
}
