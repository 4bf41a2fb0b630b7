/* engine/safe_call.c - level safe: a call is what the callee's declaration says, no more.
 *
 *     buf_push(&b, c)      *b must keep its promises; afterwards it is as declared again, and what
 *                          pointed into what b owns may point to nothing
 *     list_free(l)         l must own its object; it and what lives in it are gone
 *     at = next(&lx)       lives no longer than lx, nor than what lx borrows from
 *
 * Models of libraries speak through the general reading (call.c, libfn.c), whose obligations are
 * strict here; a function with a body outside safe code speaks through its summary. */
#include "engine/safe.h"

/* ---- what a callee may change ---------------------------------------------------------------- */
typedef struct Reach {
    uint32_t seen[32], count;
} Reach;

static bool reach_again(Reach *r, uint32_t region)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (r->seen[i] == region)
            return true;
    if (r->count < COUNT_OF(r->seen))
        r->seen[r->count++] = region;
    return false;
}

static bool may_write(const Type *pointer)
{
    return pointer && pointer->kind == TYPE_POINTER && !(pointer->elem->quals & QUAL_CONST) &&
           pointer->elem->kind != TYPE_FUNCTION;
}

static bool is_literal(const Analysis *an, uint32_t r)
{
    const RegionInfo *i = region_info(an, r);
    return i->kind == REGION_STRING ||
           (i->kind == REGION_GLOBAL && i->type && (i->type->quals & QUAL_CONST));
}

/* Everything that pointers of non-const type lead to from the region may be written. */
static void change_reachable(Analysis *an, State *s, uint32_t region, Reach *seen);

/* A promised string stays one, within its buffer. */
static void keep_string(Analysis *an, State *s, uint32_t region)
{
    const Type *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG);
    Value length = value_sym(sym_fresh(an, ulong_, false), 0);
    RegionState *rs = state_region(an, s, region);
    Value size = rs->size;
    rs->length = length;
    (void)state_assume_interval(an, s, length, ulong_, 0, LARGEST);
    if (size.kind == VAL_INT)
        (void)state_assume_interval(an, s, length, ulong_, 0, size.num - 1);
    else if (size.kind == VAL_SYM)
        (void)state_assume_diff(an, s, length, size, -1);
}

/* string: those who may write it promise that it stays one. */
static void change_region(Analysis *an, State *s, uint32_t region, bool string, Reach *seen)
{
    if (is_literal(an, region) || reach_again(seen, region))
        return;
    change_reachable(an, s, region, seen);
    RegionState *rs = state_region(an, s, region);
    if (rs->life != LIFE_LIVE)
        return;
    string = string && (rs->length.kind == VAL_SYM || rs->length.kind == VAL_INT);
    state_forget_region(an, s, region, CONTENT_ENTRY);
    if (string)
        keep_string(an, s, region);
}

static void change_reachable(Analysis *an, State *s, uint32_t region, Reach *seen)
{
    uint32_t held[32], n = 0;
    bool string[32];
    const RegionInfo *info = region_info(an, region);
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region && n < COUNT_OF(held); i++) {
        const Cell *c = &s->cells[i];
        Member m;
        if (c->value.kind != VAL_PTR || (c->type && !may_write(c->type)))
            continue;
        string[n] = info->type && member_at(info->type, c->off, &m) &&
                    promise_of(an, m.field->type, m.field->attrs, true).string;
        held[n++] = c->value.id;
    }
    for (uint32_t i = 0; i < n; i++)
        change_region(an, s, held[i], string[i], seen);
}

/* Is the object of type t at v a part of a larger one? */
static bool is_part(const Analysis *an, const State *s, Value v, const Type *t)
{
    const Type *whole = region_info(an, v.id)->type;
    if (!type_is_complete(t))
        return false;
    Array a;
    return (array_at(an, s, v, &a) && t->size <= a.elem->size) || v.num || v.off_sym ||
           (whole && whole->size > t->size && whole->kind != TYPE_ARRAY);
}

static Value at_offset(Value v, uint64_t by)
{
    v.num += (int64_t)by;
    return v;
}

static void elements_as_declared(Analysis *an, State *s, Value v, Value bytes, const Type *elem);

/* *v, of type t, is written by others: the bytes are as declared, whatever they were. */
static void as_declared(Analysis *an, State *s, Value v, const Type *t)
{
    const Type *whole = region_info(an, v.id)->type;
    if (!is_part(an, s, v, t)) {
        state_forget_region(an, s, v.id, CONTENT_ENTRY);
        if (whole == NULL)
            an->regions.data[v.id].type = t;
        return;
    }
    if (t->kind == TYPE_ARRAY && array_at(an, s, v, &(Array){0})) {
        elements_as_declared(an, s, v, value_int((int64_t)t->size), t->elem);
        return;
    }
    if (part_has(an, s, v, value_int((int64_t)t->size))) {
        part_before_store(an, s, v, t->size, value_unknown());
        state_forget_range(an, s, v, t->size);
        return;
    }
    if (t->kind == TYPE_STRUCT) {
        for (uint32_t i = 0; i < t->canon->u.record->field_count; i++) {
            const Field *f = &t->canon->u.record->fields[i];
            if (!f->flexible && f->type->size)
                as_declared(an, s, at_offset(v, f->offset), f->type);
        }
        return;
    }
    Value fresh = value_unknown();
    Member m;
    int64_t off = whole ? safe_in_element(whole, v.num) : v.num;
    if (t->kind == TYPE_POINTER && whole && member_at(whole, off, &m)) {
        Promise p = promise_of(an, t, m.field->attrs, m.record->canon->u.record->safe);
        Scope scope = {.kind = SCOPE_FIELDS,
                       .region = v.id,
                       .off_sym = v.off_sym,
                       .base = v.num - off + m.base,
                       .record = m.record};
        fresh = promised_pointer(an, s, t, &p, &scope, v.id);
    } else if (t->kind == TYPE_POINTER) {
        Promise p = promise_of(an, t, NULL, region_info(an, v.id)->promised);
        fresh = promised_pointer(an, s, t, &p, NULL, v.id);
    } else if (type_is_integer(t)) {
        fresh = value_fresh(an, s, t, false);
    }
    part_before_store(an, s, v, t->size, fresh);
    state_store(an, s, v.id, v.num, v.off_sym, t->size, fresh);
}

/* The same of so many elements. */
static void elements_as_declared(Analysis *an, State *s, Value v, Value bytes, const Type *elem)
{
    Array a;
    Value from, to;
    if (array_at(an, s, v, &a) && part_range(an, s, &a, &from, &to))
        part_fill(an, s, &a, v, bytes);
    else
        as_declared(an, s, v, elem);
}

/* What the object of type t at v owns ends; what the rest of a larger one owns does not. */
static void end_owned(Analysis *an, State *s, Value v, const Type *t, Life life, uint32_t event)
{
    if (!is_part(an, s, v, t)) {
        safe_end_within(an, s, v.id, life, event, END_TAKES_OWNED);
        return;
    }
    for (uint32_t i = 0; i < s->loan_count; i++) {
        const Loan l = s->loans[i];
        bool inside = false, outside = false;
        for (uint32_t k = state_first_cell(s, v.id);
             l.owner == v.id && k < s->cell_count && s->cells[k].region == v.id; k++) {
            const Cell *c = &s->cells[k];
            bool holds = c->value.kind == VAL_PTR && c->value.id == l.borrower;
            bool in =
                c->off_sym != v.off_sym || (c->off >= v.num && c->off < v.num + (int64_t)t->size);
            inside |= holds && in;
            outside |= holds && !in;
        }
        uint8_t now = state_region(an, s, l.borrower)->life;
        if (l.owner == v.id && !l.content && (inside || !outside) &&
            (now == LIFE_LIVE || now == LIFE_UNKNOWN))
            safe_end(an, s, l.borrower, life, event, END_TAKES_OWNED);
    }
}

/* A variable whose own type says nothing of what it points to. */
static bool is_plain_variable(const Analysis *an, const State *s, Value v, const Type *t)
{
    return t->kind == TYPE_POINTER && t->elem->kind != TYPE_FUNCTION &&
           region_info(an, v.id)->kind == REGION_LOCAL && !is_part(an, s, v, t);
}

/* bytes: of all that is promised there; UNKNOWN: one object of type t. */
static void change_one(Analysis *an, State *s, const Inst *in, const Callee *c, Value v,
                       Value bytes, const Type *t, const Level *l)
{
    Reach seen = {0};
    if (is_literal(an, v.id))
        return;
    (void)reach_again(&seen, v.id);
    if (type_owns(t) && !l->noinvalidate) {
        uint32_t e = event_add(an, s, EVENT_MOVE, v.id, in->span, c->name, NULL);
        if (value_is_number(bytes))
            safe_end_within(an, s, v.id, LIFE_MOVED, e, END_TAKES_OWNED);
        else
            end_owned(an, s, v, t, LIFE_MOVED, e);
    }
    change_reachable(an, s, v.id, &seen);
    if (value_is_number(bytes))
        elements_as_declared(an, s, v, bytes, t);
    else
        as_declared(an, s, v, t);
}

/* Under whatever name. */
static void changed_by(Analysis *an, State *s, const Inst *in, const Callee *c, Value v,
                       Value bytes, const Type *t, const Level *l)
{
    uint32_t *others;
    uint32_t n = is_part(an, s, v, t) ? 0 : safe_aliases(an, s, v.id, &others);
    change_one(an, s, in, c, v, bytes, t, l);
    for (uint32_t i = 0; i < n; i++)
        change_one(an, s, in, c, value_ptr(others[i], 0), value_unknown(), t, l);
}

/* ---- arguments ------------------------------------------------------------------------------- */
typedef struct SafeCall {
    Analysis *an;
    const Inst *in;
    const Callee *c;
    const FunctionContract *k;
    bool safe; /* declared in safe code: its defaults hold */
} SafeCall;

static const Type *param_type(const SafeCall *x, uint32_t i)
{
    return i < x->k->param_count ? x->k->types[i].type : x->in->args[i].type;
}

static Promise param_promise(const SafeCall *x, uint32_t i)
{
    const ParamType *t = &x->k->types[i];
    return promise_of(x->an, t->type, t->attrs, x->safe);
}

/* Is the parameter the end of another one? Nothing is read there. */
static bool is_end(const SafeCall *x, uint32_t i)
{
    for (uint32_t k = 0; k < x->k->param_count; k++) {
        Promise p = param_promise(x, k);
        if (p.end && formula_names(p.end, x->k->types[i].name))
            return true;
    }
    return false;
}

static bool ask_counted(const SafeCall *x, State *s, uint32_t i, const Promise *p, Value v)
{
    Analysis *an = x->an;
    const Type *t = param_type(x, i), *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG);
    Span span = inst_argument_span(an, x->in, i);
    NumberAsk ask = {.span = span.begin ? span : x->in->span,
                     .subject = span,
                     .callee = x->c->name,
                     .write = may_write(t)};
    Scope scope = {.kind = SCOPE_CALL, .call = x->in, .contract = x->k};
    if (p->string) {
        oblige_string(an, s, v, &ask);
        return true;
    }
    if (!p->end && !p->count && !(type_is_complete(t->elem) && t->elem->size))
        return true; /* opaque */
    Value bytes = promised_bytes(an, s, p, &scope, t->elem);
    Value end = p->end ? formula_value(an, s, p->end, &scope, NULL) : value_unknown();
    if (end.kind == VAL_PTR && end.id == v.id)
        bytes = value_binary(an, s, BIN_SUB, value_offset(end), value_offset(v), ulong_, ulong_);
    return oblige_extent(an, s, v, bytes, &ask);
}

static bool ask_argument(const SafeCall *x, State *s, uint32_t i)
{
    Analysis *an = x->an;
    Value v = inst_argument(an, s, x->in, i);
    Span span = inst_argument_span(an, x->in, i);
    if (x->in->args[i].kind == OPERAND_PLACE) { /* an object, by value */
        PlaceRef r = eval_place(an, s, (PlaceId){x->in->args[i].index}, true);
        KeepAsk ask = {.at = span.begin ? span : x->in->span, .callee = x->c->name};
        if (r.known && !r.dead && r.type) {
            load_pointers(an, s, &r);
            (void)safe_keeps(an, s, (Value){VAL_PTR, r.region, r.off_sym, r.off}, r.type, &ask);
        }
        return !r.dead;
    }
    if (i >= x->k->param_count) {
        ArgumentAsk ask = {.callee = x->c->name};
        return oblige_argument(an, s, v, span, &ask);
    }
    const Type *t = param_type(x, i);
    Promise p = param_promise(x, i);
    const Level *l = &p.level;
    if (t->kind != TYPE_POINTER || t->elem->kind == TYPE_FUNCTION)
        return true;
    ArgumentAsk ask = {.callee = x->c->name, .releases = l->own, .nonnull = l->nonnull && !p.count};
    if (!oblige_argument(an, s, v, span, &ask))
        return false;
    if (v.kind != VAL_PTR || state_region(an, s, v.id)->null == NULL_IS)
        return true;
    if (is_end(x, i))
        return true;
    if (p.count && state_region(an, s, v.id)->null != NULL_NO)
        ; /* its count is 0 then */
    else if (!ask_counted(x, s, i, &p, v))
        return true; /* one mistake is one finding */
    if (l->inits || l->own_when.op != WHEN_ALWAYS)
        return true;
    KeepAsk keep = {.at = span.begin ? span : x->in->span, .callee = x->c->name};
    Scope scope = {.kind = SCOPE_CALL, .call = x->in, .contract = x->k};
    if (state_region(an, s, v.id)->life == LIFE_LIVE && p.count)
        (void)safe_keeps_elements(an, s, v, &p, &scope, t->elem, &keep);
    else if (state_region(an, s, v.id)->life == LIFE_LIVE)
        (void)safe_keeps(an, s, v, t->elem, &keep);
    return true;
}

/* ---- effects --------------------------------------------------------------------------------- */
static void take_argument(const SafeCall *x, State *s, uint32_t i, Value v, const Level *l)
{
    Analysis *an = x->an;
    RegionState *rs = v.kind == VAL_PTR ? state_region(an, s, v.id) : NULL;
    Span span = inst_argument_span(an, x->in, i);
    span = span.begin ? span : x->in->span;
    if (!rs || rs->null == NULL_IS)
        return;
    if (rs->life == LIFE_TAKEN || rs->life == LIFE_UNKNOWN) {
        ArgumentAsk ask = {.callee = x->c->name};
        if (!oblige_argument(an, s, v, span, &ask))
            return;
    }
    release_value(an, s, v, l->family, span, x->c->name, NULL);
    rs = state_region(an, s, v.id);
    uint32_t event = rs->event;
    safe_end(an, s, v.id, x->c->model ? LIFE_FREED : LIFE_TAKEN, event, END_TAKES_OWNED);
}

/* A call releases or moves what the object of type t owns. */
static void ask_lent(const SafeCall *x, State *s, uint32_t i, Value v, const Type *t)
{
    Span span = inst_argument_span(x->an, x->in, i);
    if (type_owns(t) && region_info(x->an, v.id)->kind != REGION_LOCAL)
        safe_ask_invalidates(x->an, s, v.id, span.begin ? span : x->in->span, x->c->name);
}

/* The variable at v holds what the parameter's type says of *t. */
static void fill_variable(const SafeCall *x, State *s, Value v, const Type *t)
{
    Analysis *an = x->an;
    Promise p = promise_of(an, t, NULL, x->safe);
    Scope scope = {.kind = SCOPE_CALL, .call = x->in, .contract = x->k};
    Value held = promised_pointer(an, s, t, &p, &scope, 0);
    RegionInfo *info = &an->regions.data[held.id];
    info->promised = x->safe;
    info->maker = x->c->name;
    info->span = x->in->span;
    if (p.level.own)
        event_add(an, s, EVENT_ALLOC, held.id, x->in->span, x->c->name, NULL);
    state_store(an, s, v.id, v.num, v.off_sym, t->size, held);
}

/* Where does the object end, seen from here? The deeper the scope the earlier. */
static uint32_t scope_of(const Analysis *an, uint32_t region)
{
    const RegionInfo *i = region_info(an, region);
    if (i->kind != REGION_LOCAL)
        return i->kind == REGION_HEAP ? UINT32_MAX : 0;
    return an->fn->locals.data[i->index].scope + 1;
}

/* The value is kept by the parameters that the declaration names. */
static void capture(const SafeCall *x, State *s, uint32_t i, Value v)
{
    Analysis *an = x->an;
    for (uint32_t k = 0; k < x->k->param_count; k++) {
        Value into = inst_argument(an, s, x->in, k);
        if (!safe_captured_by(x->k, i, x->k->types[k].name) || into.kind != VAL_PTR ||
            v.kind != VAL_PTR)
            continue;
        uint32_t ends = scope_of(an, v.id);
        if (ends == UINT32_MAX || ends <= scope_of(an, into.id)) {
            loan_note(an, s, into.id, v.id);
            continue;
        }
        Span span = inst_argument_span(an, x->in, i);
        Violation w = {.kind = VIOLATION_OUTLIVES,
                       .span = span,
                       .subject = span,
                       .region = v.id,
                       .callee = x->c->name,
                       .argument = true};
        violate(an, s, &w);
    }
}

/* `T *__static p`: the object lives as long as the program. */
static void ask_lasting(const SafeCall *x, State *s, uint32_t i, Value v)
{
    const RegionInfo *info = v.kind == VAL_PTR ? region_info(x->an, v.id) : NULL;
    Span span = inst_argument_span(x->an, x->in, i);
    Violation w = {.kind = VIOLATION_OUTLIVES,
                   .span = span,
                   .subject = span,
                   .region = info ? v.id : 0,
                   .callee = x->c->name,
                   .argument = true};
    if (info && info->kind != REGION_STRING && info->kind != REGION_GLOBAL && !info->is_static &&
        state_region(x->an, s, v.id)->null != NULL_IS)
        violate(x->an, s, &w);
}

static void effect_on(const SafeCall *x, State *s, uint32_t i, bool holds)
{
    Analysis *an = x->an;
    Value v = inst_argument(an, s, x->in, i);
    const Level *l = &x->k->params[i];
    const Type *t = param_type(x, i);
    if (l->is_static)
        ask_lasting(x, s, i, v);
    bool when = l->own_when.op == WHEN_ALWAYS || holds;
    if (l->own && when) {
        take_argument(x, s, i, v, l);
        return;
    }
    if (t->kind != TYPE_POINTER || v.kind != VAL_PTR || t->elem->kind == TYPE_FUNCTION ||
        state_region(an, s, v.id)->null == NULL_IS)
        return;
    if (l->captured)
        capture(x, s, i, v);
    if (l->drops) {
        uint32_t e = event_add(an, s, EVENT_FREE, v.id, x->in->span, x->c->name, NULL);
        ask_lent(x, s, i, v, t->elem);
        safe_open_owners(an, s, v, t->elem);
        end_owned(an, s, v, t->elem, LIFE_FREED, e);
        part_before_store(an, s, v, t->elem->size, value_unknown());
        if (is_part(an, s, v, t->elem))
            state_store(an, s, v.id, v.num, v.off_sym, t->elem->size, (Value){VAL_UNINIT, 0, 0, 0});
        else
            state_forget_region(an, s, v.id, CONTENT_UNINIT);
    } else if (l->inits && l->inits_when.op != WHEN_ALWAYS && !holds) {
        return;
    } else if (may_write(t)) {
        Promise p = param_promise(x, i);
        Scope scope = {.kind = SCOPE_CALL, .call = x->in, .contract = x->k};
        if (!l->noinvalidate && !l->inits)
            ask_lent(x, s, i, v, t->elem);
        Value bytes = p.count ? promised_bytes(an, s, &p, &scope, t->elem) : value_unknown();
        changed_by(an, s, x->in, x->c, v, bytes, t->elem, l);
        if (!p.count && is_plain_variable(an, s, v, t->elem))
            fill_variable(x, s, v, t->elem);
    }
}

/* ---- results --------------------------------------------------------------------------------- */
static void lend(const SafeCall *x, State *s, uint32_t borrower, bool content)
{
    Analysis *an = x->an;
    for (uint32_t i = 0; i < x->k->param_count && i < x->in->arg_count; i++) {
        if (!safe_result_from(x->k, i))
            continue;
        Value v = inst_argument(an, s, x->in, i);
        uint32_t from = v.kind == VAL_PTR ? v.id : 0;
        if (x->in->args[i].kind == OPERAND_PLACE) {
            PlaceRef r = eval_place(an, s, (PlaceId){x->in->args[i].index}, false);
            from = r.known ? r.region : 0;
            /* what the object borrows, not the object, is what counts */
            for (uint32_t c = state_first_cell(s, from);
                 from && c < s->cell_count && s->cells[c].region == from; c++)
                if (s->cells[c].value.kind == VAL_PTR) {
                    uint32_t held = s->cells[c].value.id;
                    loan_put(an, s, (Loan){borrower, held, content});
                }
            continue;
        }
        if (!from || is_literal(an, from))
            continue;
        loan_put(an, s, (Loan){borrower, from, content});
        loans_copy(an, s, borrower, from, content);
    }
}

/* What no annotation says is inferred from the body: which numbers it can be. */
static Value number_result(const SafeCall *x, State *s, const Type *t)
{
    Analysis *an = x->an;
    Value v = value_fresh(an, s, t, x->k->result.outside);
    const MirFunction *body = x->c->sym ? engine_definition(an->engine, x->c->sym) : NULL;
    const FunctionResult *r = body ? engine_function(an->engine, body) : NULL;
    Interval range;
    if (r && r->summary && type_is_integer(t) && summary_result_range(r->summary, t, &range))
        (void)state_assume_interval(an, s, v, t, range.lo, range.hi);
    for (uint32_t i = 0; r && r->summary && type_is_integer(t) && i < x->in->arg_count; i++) {
        i128 most; /* min(a, b) is at most either */
        Value a = inst_argument(an, s, x->in, i);
        if (!value_is_number(a) || !summary_result_most(r, i, &most))
            continue;
        if (a.kind == VAL_SYM)
            (void)state_assume_diff(an, s, v, a, most);
        else
            (void)state_assume_interval(an, s, v, t, -INT128_FAR, value_number(a, t) + most);
    }
    return v;
}

static Value safe_result(const SafeCall *x, State *s)
{
    Analysis *an = x->an;
    const Inst *in = x->in;
    const Type *t = x->k->result_type ? x->k->result_type : an->fn->locals.data[in->dst.i].type;
    const Level *l = &x->k->result;
    if (t->kind != TYPE_POINTER) {
        if (!l->own)
            return number_result(x, s, t);
        Value v = heap_make(an, s, in, x->c->name, l->family, value_unknown(), CONTENT_ANY);
        RegionInfo *info = &an->regions.data[v.id];
        info->kind = REGION_HANDLE;
        info->none = l->has_none ? l->none : -1;
        return result_or_null(an, s, in, v, x->c->name);
    }
    Promise p = promise_of(an, t, x->c->sym ? x->c->sym->attrs : NULL, x->safe);
    Scope scope = {.kind = SCOPE_CALL, .call = in, .contract = x->k};
    Value v = promised_pointer(an, s, t, &p, &scope, 0);
    RegionInfo *info = &an->regions.data[v.id];
    info->promised = x->safe;
    info->maker = x->c->name;
    info->span = in->span;
    if (l->own)
        info->kind = REGION_HEAP;
    else if (l->is_static)
        info->is_static = true;
    else
        lend(x, s, v.id, false);
    if (l->own)
        event_add(an, s, EVENT_ALLOC, v.id, in->span, x->c->name, NULL);
    if (l->nullable)
        (void)result_or_null(an, s, in, v, x->c->name);
    return v;
}

static void set_safe_result(const SafeCall *x, State *s)
{
    Analysis *an = x->an;
    const Inst *in = x->in;
    if (local_is(in->dst)) {
        state_set_temp(an, s, in->dst, safe_result(x, s));
        return;
    }
    if (!place_is(in->a)) {
        if (x->k->result.own && x->k->result_type)
            (void)safe_result(x, s); /* lost at once */
        return;
    }
    PlaceRef r = eval_place(an, s, in->a, false);
    if (!r.known || !r.type)
        return;
    as_declared(an, s, (Value){VAL_PTR, r.region, r.off_sym, r.off}, r.type);
    if (r.off == 0 && !r.off_sym)
        loans_of_content_drop(s, r.region);
    lend(x, s, r.region, true);
}

/* ---- the call -------------------------------------------------------------------------------- */
static const When *splitting(const FunctionContract *k)
{
    for (uint32_t i = 0; i < k->param_count; i++) {
        const Level *l = &k->params[i];
        if (l->inits && l->inits_when.op != WHEN_ALWAYS)
            return &l->inits_when;
        if (l->own && l->own_when.op != WHEN_ALWAYS)
            return &l->own_when;
    }
    return NULL;
}

static bool assume_result(const SafeCall *x, State *s, const When *w, bool holds)
{
    Analysis *an = x->an;
    if (!w->understood || !local_is(x->in->dst))
        return true;
    Value c =
        safe_condition(an, s, w, state_temp(s, x->in->dst), an->fn->locals.data[x->in->dst.i].type);
    return state_assume(an, s, c, NULL, holds);
}

/* Functions of safe code may change what global variables hold. */
static void change_globals(Analysis *an, State *s)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        const RegionInfo *info = region_info(an, r);
        if (info->kind == REGION_GLOBAL && info->type && info->type->kind != TYPE_FUNCTION &&
            !is_literal(an, r))
            state_forget_region(an, s, r, CONTENT_ENTRY);
    }
}

static void call_by_contract(const SafeCall *x, State *s, StateList *out)
{
    Analysis *an = x->an;
    const Inst *in = x->in;
    for (uint32_t i = 0; i < in->arg_count; i++)
        if (!ask_argument(x, s, i)) {
            state_drop(an, s);
            return;
        }
    if (x->k->noreturn || x->c->never_returns) {
        state_drop(an, s);
        return;
    }
    const When *w = splitting(x->k);
    for (int holds = w ? 0 : 1; holds < 2; holds++) {
        State *one = holds ? s : state_copy(an, s);
        an->ordinal = 1000u * (uint32_t)holds;
        for (uint32_t i = 0; i < in->arg_count && i < x->k->param_count; i++)
            effect_on(x, one, i, holds);
        change_globals(an, one);
        set_safe_result(x, one);
        if (!w || assume_result(x, one, w, holds))
            state_list_add(out, one);
        else
            state_drop(an, one);
    }
}

/* The type of a function pointer is a contract like a declaration. */
static bool contract_of_pointer(Analysis *an, const Inst *in, Symbol *as, FunctionContract *k)
{
    const Type *t = in->type && in->type->kind == TYPE_POINTER ? in->type->elem : in->type;
    if (!t || t->kind != TYPE_FUNCTION)
        return false;
    *as = (Symbol){.kind = SYM_FUNCTION, .type = t, .safe = true};
    *k = contract_of_function(an->scratch, as);
    return true;
}

/* Texts that a library is given end, unless their length is given as well; so do those that it
 * gives. */
static void call_model(const SafeCall *x, State *s, StateList *out)
{
    Analysis *an = x->an;
    for (uint32_t i = 0; i < x->k->param_count && i < x->in->arg_count && !x->k->builtin; i++) {
        Promise p = promise_of(an, x->k->types[i].type, x->k->types[i].attrs, true);
        Value v = inst_argument(an, s, x->in, i);
        bool text = p.string && !x->k->params[i].extent.known && v.kind == VAL_PTR;
        Span span = inst_argument_span(an, x->in, i);
        NumberAsk ask = {
            .span = span.begin ? span : x->in->span, .subject = span, .callee = x->c->name};
        if (text && state_region(an, s, v.id)->null == NULL_NO &&
            state_region(an, s, v.id)->life == LIFE_LIVE)
            oblige_string(an, s, v, &ask);
    }
    StateList after = {0};
    eval_call(an, s, x->in, &after);
    for (State *one = after.first, *next; one; one = next) {
        next = one->next;
        Value v = local_is(x->in->dst) ? state_temp(one, x->in->dst) : value_unknown();
        const Type *t = v.kind == VAL_PTR ? region_info(an, v.id)->type : NULL;
        const Type *given = local_is(x->in->dst) ? an->fn->locals.data[x->in->dst.i].type : NULL;
        if (t && given->kind == TYPE_POINTER && given->elem->kind == TYPE_STRUCT &&
            t->canon != given->elem->canon) { /* readdir: it lives in what was asked */
            Promise any = {.known = true, .level.nonnull = true};
            uint32_t owner = v.id;
            an->ordinal = 2000;
            v = promised_pointer(an, one, given, &any, NULL, 0);
            loan_add(an, one, v.id, owner);
            state_set_temp(an, one, x->in->dst, v);
            t = given->elem;
        }
        RegionState *rs = v.kind == VAL_PTR ? state_region(an, one, v.id) : NULL;
        bool text = t && type_is_integer(t) && t->size == 1 && rs->size.kind == VAL_UNKNOWN &&
                    region_info(an, v.id)->kind == REGION_UNKNOWN;
        if (text) {
            an->ordinal = 2000;
            keep_string(an, one, v.id);
            rs = state_region(an, one, v.id);
            rs->size = value_sym(rs->length.id, 1);
        } else if (t && rs->size.kind == VAL_UNKNOWN && type_is_complete(t) && t->size &&
                   t->kind == TYPE_STRUCT) {
            rs->size = value_int((int64_t)t->size);
        }
        state_list_add(out, one);
    }
}

static bool is_unsafe(const Symbol *f)
{
    return f && (attr_find(f->attrs, ATTR_CORTEN_UNSAFE) || (f->function && f->function->unsafe));
}

void safe_call(Analysis *an, State *s, const Inst *in, StateList *out)
{
    if ((in->flags & INST_RETURNS_TWICE) || in->op == INST_BUILTIN) {
        eval_call(an, s, in, out);
        return;
    }
    Callee c = callee_of(an, s, in);
    Symbol anonymous;
    FunctionContract pointed;
    SafeCall x = {.an = an, .in = in, .c = &c, .k = c.contract, .safe = c.sym && c.sym->safe};
    if (!c.sym) {
        Value f = eval_operand(an, s, &in->x);
        if (!oblige_access(an, s, f, operand_span(an, &in->x), in->span)) {
            state_drop(an, s);
            return;
        }
        if (contract_of_pointer(an, in, &anonymous, &pointed))
            x.k = &pointed, x.safe = true;
    }
    if (is_unsafe(c.sym))
        safe_refuse(an, s, VIOLATION_UNSAFE, WHY_UNSAFE_CALLEE, in->span, c.name);
    bool annotated = c.contract && c.contract->known;
    if (c.model) {
        call_model(&x, s, out);
        return;
    }
    if (!x.safe && c.result && c.result->summary) {
        eval_call(an, s, in, out);
        return;
    }
    if (c.sym && !x.safe && !annotated && !is_unsafe(c.sym))
        safe_refuse(an, s, VIOLATION_UNSAFE, WHY_UNKNOWN_CALLEE, in->span, c.name);
    if (!x.k) {
        state_drop(an, s);
        return;
    }
    x.safe = true;
    call_by_contract(&x, s, out);
}
