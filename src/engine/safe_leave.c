/* engine/safe_leave.c - level safe: how a function begins, and what it must have kept at its end.
 *
 *     int buf_init(struct buf *__inits __when(return == 0) b, size_t n);
 *         begins with *b uninitialised; a return of 0 leaves nothing of *b unset
 *
 * What comes in: the declaration, and the states at each return. What goes out: the first state,
 * and what the returns break: results, parameters, what nobody would own any more. */
#include "engine/safe.h"

/* ---- entry ----------------------------------------------------------------------------------- */
static uint32_t local_region(const Analysis *an, uint32_t param)
{
    return an->region_of_local[param + 1];
}

static Value entry_handle(Analysis *an, State *s, const Level *l)
{
    RegionInfo info = {
        .kind = REGION_HANDLE, .family = l->family, .none = l->none, .span = an->span};
    uint32_t r = region_new(an, &info);
    RegionState *rs = state_region(an, s, r);
    rs->own = OWN_YES;
    rs->null = NULL_NO;
    return value_ptr(r, 0);
}

static void enter_number(Analysis *an, State *s, uint32_t i, const Level *l, bool argc)
{
    const Type *t = an->fn->locals.data[i + 1].type;
    Value v = l->own ? entry_handle(an, s, l) : value_sym(sym_fresh(an, t, argc), 0);
    if (argc)
        (void)state_assume_interval(an, s, v, t, 0, INT32_MAX);
    an->safe->entry[i] = v;
    state_store(an, s, local_region(an, i), 0, 0, t->size, v);
}

static void enter_pointer(Analysis *an, State *s, uint32_t i, bool argv)
{
    const FunctionContract *k = an->safe->contract;
    const ParamType *pt = &k->types[i];
    Promise p = promise_of(an, pt->type, pt->attrs, true);
    Scope scope = {.kind = SCOPE_ENTRY, .contract = k};
    Value v = promised_pointer(an, s, pt->type, &p, &scope, 0);
    RegionInfo *info = &an->regions.data[v.id];
    info->kind = p.level.own ? REGION_HEAP : REGION_ENTRY;
    info->parent = local_region(an, i);
    info->promised = true;
    info->is_static = p.level.is_static;
    RegionState *rs = state_region(an, s, v.id);
    if (p.level.inits)
        rs->content = CONTENT_UNINIT;
    if (argv) {
        const Type *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG);
        Value argc = value_convert(an, s, CONVERT_INT, an->safe->entry[0],
                                   an->fn->locals.data[1].type, ulong_);
        rs->size = value_binary(an, s, BIN_MUL, argc, value_int(8), ulong_, ulong_);
        info->outside = true;
    }
    an->safe->entry[i] = v;
    state_store(an, s, local_region(an, i), 0, 0, pt->type->size, v);
}

/* `char **lines __ended_by(end)`: both point into one object, the second at its end. */
static void enter_ends(Analysis *an, State *s, uint32_t i)
{
    const FunctionContract *k = an->safe->contract;
    Promise p = promise_of(an, k->types[i].type, k->types[i].attrs, true);
    for (uint32_t e = 0; p.end && p.end->kind == FORMULA_NAME && e < k->param_count; e++) {
        if (k->types[e].name != p.end->name || an->safe->entry[e].kind != VAL_PTR)
            continue;
        const Type *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG);
        uint32_t n = sym_fresh(an, ulong_, false);
        (void)state_assume_interval(an, s, value_sym(n, 0), ulong_, 0, LARGEST);
        Value v = an->safe->entry[i];
        state_region(an, s, v.id)->size = value_sym(n, 0);
        Value end = {VAL_PTR, v.id, n, 0};
        an->safe->entry[e] = end;
        state_store(an, s, local_region(an, e), 0, 0, 8, end);
    }
}

void safe_entry(Analysis *an, State *s)
{
    const FunctionContract *k = an->safe->contract;
    bool is_main = strcmp(NAME_TEXT(an->fn->sym->name), "main") == 0;
    an->safe->entry = ARENA_ARRAY(an->arena, Value, k->param_count + 1);
    for (uint32_t i = 0; i < k->param_count && i < an->fn->param_count; i++) {
        an->span = an->fn->locals.data[i + 1].span;
        an->ordinal = 16 * i;
        if (type_is_integer(k->types[i].type))
            enter_number(an, s, i, &k->params[i], is_main && i == 0);
    }
    for (uint32_t i = 0; i < k->param_count && i < an->fn->param_count; i++) {
        an->span = an->fn->locals.data[i + 1].span;
        an->ordinal = 16 * i;
        if (k->types[i].type->kind == TYPE_POINTER)
            enter_pointer(an, s, i, is_main && i == 1);
    }
    for (uint32_t i = 0; i < k->param_count && i < an->fn->param_count; i++)
        if (an->safe->entry[i].kind == VAL_PTR && k->types[i].type->kind == TYPE_POINTER)
            enter_ends(an, s, i);
}

/* ---- results --------------------------------------------------------------------------------- */
/* Is the region, or what keeps it alive, what parameter i pointed to? */
static bool comes_from(const Analysis *an, const State *s, uint32_t region, uint32_t param,
                       int depth)
{
    uint32_t home = local_region(an, param);
    const Value entry = an->safe->entry[param];
    if (region == home || (entry.kind == VAL_PTR && entry.id == region))
        return true;
    for (uint32_t i = 0; i < s->loan_count && depth < 8; i++)
        if (s->loans[i].borrower == region &&
            comes_from(an, s, s->loans[i].owner, param, depth + 1))
            return true;
    return false;
}

bool safe_comes_from(const Analysis *an, const State *s, uint32_t region, uint32_t param)
{
    return comes_from(an, s, region, param, 0);
}

bool safe_captured_by(const FunctionContract *k, uint32_t param, Name by)
{
    const Attr *lists[] = {k->types[param].type->notes, k->types[param].attrs};
    for (uint32_t n = 0; n < COUNT_OF(lists); n++)
        for (const Attr *a = lists[n]; a; a = a->next)
            if (a->known == ATTR_CORTEN_CAPTURED_BY && a->token_count &&
                a->tokens[0].kind == TOK_IDENT && a->tokens[0].u.name == by)
                return true;
    return false;
}

static bool holds_borrows(const Type *t, int depth)
{
    if (t->kind == TYPE_POINTER)
        return t->elem->kind != TYPE_FUNCTION;
    if (t->kind == TYPE_ARRAY)
        return holds_borrows(t->elem, depth + 1);
    if ((t->kind != TYPE_STRUCT && t->kind != TYPE_UNION) || depth > 6)
        return false;
    for (uint32_t i = 0; i < t->canon->u.record->field_count; i++)
        if (holds_borrows(t->canon->u.record->fields[i].type, depth + 1))
            return true;
    return false;
}

bool safe_result_from(const FunctionContract *k, uint32_t param)
{
    uint32_t pointers = 0;
    bool said = false;
    for (uint32_t i = 0; i < k->param_count; i++) {
        said |= k->params[i].lifetimebound;
        pointers += holds_borrows(k->types[i].type, 0);
    }
    return said ? k->params[param].lifetimebound
                : pointers == 1 && holds_borrows(k->types[param].type, 0);
}

static void leave_borrow(Analysis *an, State *s, Value v, const Term *t)
{
    const FunctionContract *k = an->safe->contract;
    const RegionInfo *info = region_info(an, v.id);
    bool lasting = info->kind == REGION_STRING || info->kind == REGION_GLOBAL || info->is_static;
    Violation w = {
        .kind = VIOLATION_SCOPE_ESCAPE, .span = t->span, .subject = t->span, .region = v.id};
    if (info->kind == REGION_LOCAL) {
        violate(an, s, &w);
        return;
    }
    for (uint32_t i = 0; i < s->loan_count; i++)
        if (s->loans[i].borrower == v.id &&
            region_info(an, s->loans[i].owner)->kind == REGION_LOCAL) {
            uint32_t owner = s->loans[i].owner;
            if (region_info(an, owner)->index > an->fn->param_count) {
                w.region = owner;
                violate(an, s, &w);
                return;
            }
        }
    bool from = lasting;
    bool any = false;
    for (uint32_t i = 0; i < k->param_count; i++) {
        bool here = comes_from(an, s, v.id, i, 0);
        any |= here;
        from |= here && !k->result.is_static && safe_result_from(k, i);
    }
    if (!from && (any || k->result.is_static))
        safe_refuse(an, s, VIOLATION_CONTRACT, WHY_OTHER_ORIGIN, t->span, NULL);
}

/* What the result points to is as large, ended and filled as its type says. */
static void keep_result(Analysis *an, State *s, Value v, const Type *rt, const KeepAsk *ask)
{
    const FunctionContract *k = an->safe->contract;
    Promise p = promise_of(an, rt, an->fn->sym->attrs, true);
    Scope scope = {.kind = SCOPE_ENTRY, .contract = k, .result = v, .result_type = rt};
    NumberAsk number = {.span = ask->at, .subject = ask->at};
    const RegionState *rs = state_region(an, s, v.id);
    if (rs->null != NULL_NO && safe_has_elements(an, s, rs))
        state_region(an, s, v.id)->null = NULL_NO;
    if (rt->elem->kind == TYPE_FUNCTION || !type_is_complete(rt->elem) ||
        (p.count && state_region(an, s, v.id)->null != NULL_NO))
        return; /* null, and its count 0 */
    if (p.string && !p.count) {
        oblige_string(an, s, v, &number);
        return;
    }
    bool fits =
        p.end || oblige_extent(an, s, v, promised_bytes(an, s, &p, &scope, rt->elem), &number);
    if (fits && p.count)
        (void)safe_keeps_elements(an, s, v, &p, &scope, rt->elem, ask);
    else if (fits)
        (void)safe_keeps(an, s, v, rt->elem, ask);
}

static void leave_result(Analysis *an, State *s, Value v, const Type *rt, const Term *t)
{
    const FunctionContract *k = an->safe->contract;
    const Level *l = &k->result;
    if (!k->result_type && !l->own)
        return;
    bool pointer = rt->kind == TYPE_POINTER;
    if (attr_find(an->fn->sym->attrs, ATTR_CORTEN_THREAD_ENTRY))
        return; /* what it returns goes to whoever joins it, as they agree */
    Violation null = {.kind = VIOLATION_NULL,
                      .span = t->span,
                      .subject = t->span,
                      .number = v,
                      .why = WHY_RESULT};
    if (pointer && !l->nullable && v.kind != VAL_PTR) {
        null.cause = v.kind == VAL_INT ? v.id : 0;
        null.maybe = v.kind != VAL_INT;
        if (v.kind == VAL_INT)
            violate(an, s, &null);
        else
            safe_doubt(an, s, &null);
    }
    if (v.kind != VAL_PTR)
        return;
    RegionState *rs = state_region(an, s, v.id);
    if (pointer && !l->nullable && rs->null != NULL_NO && !safe_has_elements(an, s, rs)) {
        null.region = v.id;
        null.cause = rs->null_event;
        null.maybe = rs->null != NULL_IS;
        safe_doubt(an, s, &null);
    }
    if (rs->null == NULL_IS)
        return;
    Span at = t->span;
    bool alive = safe_access(an, s, v, at, at, &(ArgumentAsk){.nonnull = false, .callee = NULL});
    rs = state_region(an, s, v.id);
    if (!alive)
        return;
    KeepAsk ask = {.at = t->span, .at_return = true};
    if (pointer)
        keep_result(an, s, v, rt, &ask);
    if (!l->own) {
        if (pointer)
            leave_borrow(an, s, v, t);
        return;
    }
    rs = state_region(an, s, v.id);
    if (rs->own != OWN_YES || v.num || v.off_sym)
        safe_refuse(an, s, VIOLATION_CONTRACT, WHY_NOT_OWNED, t->span, NULL);
    state_region(an, s, v.id)->own = OWN_NONE;
}

/* ---- parameters ------------------------------------------------------------------------------ */
Value safe_condition(Analysis *an, State *s, const When *w, Value result, const Type *t)
{
    static const BinaryOp ops[] = {BIN_EQ, BIN_EQ, BIN_NE, BIN_LT, BIN_LE, BIN_GT, BIN_GE};
    const Type *int_ = type_basic(an->fn->unit->types, TYPE_INT);
    return value_binary(an, s, ops[w->op], result, value_int(w->value),
                        t->kind == TYPE_POINTER ? int_ : t, int_);
}

/* Does the condition hold of the result? 1, 0, -1. */
static int when_holds(Analysis *an, State *s, const When *w, Value result, const Type *rt)
{
    if (w->op == WHEN_ALWAYS)
        return w->understood ? 1 : -1;
    if (result.kind == VAL_PTR) {
        int null = state_nullness(an, s, result);
        if (w->value != 0 || null < 0 || null > 1)
            return -1;
        return w->op == WHEN_EQ ? null : w->op == WHEN_NE ? !null : -1;
    }
    return state_truth(an, s, safe_condition(an, s, w, result, rt),
                       type_basic(an->fn->unit->types, TYPE_INT));
}

static void leave_param(Analysis *an, State *s, uint32_t i, Value result, const Type *rt,
                        const Term *t)
{
    const FunctionContract *k = an->safe->contract;
    const Level *l = &k->params[i];
    Value v = an->safe->entry[i];
    const Type *pt = k->types[i].type;
    if (pt->kind != TYPE_POINTER || v.kind != VAL_PTR || l->own)
        return;
    const RegionState *rs = state_region_find(s, v.id);
    if (rs && rs->null == NULL_IS)
        return;
    KeepAsk ask = {.at = t->span, .at_return = true};
    int filled = l->inits ? when_holds(an, s, &l->inits_when, result, rt) : 1;
    if (l->drops || filled == 0) {
        if (l->drops)
            safe_open_owners(an, s, value_ptr(v.id, 0), pt->elem);
        state_forget_region(an, s, v.id, CONTENT_UNINIT);
        return;
    }
    Promise p = promise_of(an, pt, k->types[i].attrs, true);
    Scope scope = {.kind = SCOPE_ENTRY, .contract = k, .result = result, .result_type = rt};
    if (p.count)
        (void)safe_keeps_elements(an, s, value_ptr(v.id, 0), &p, &scope, pt->elem, &ask);
    else
        (void)safe_keeps(an, s, value_ptr(v.id, 0), pt->elem, &ask);
}

static void report_lost(Analysis *an, State *s, Span at)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        RegionState *rs = &s->regions[i];
        if (rs->own != OWN_YES || rs->null == NULL_IS || rs->life == LIFE_FREED ||
            rs->life == LIFE_TAKEN || rs->life == LIFE_MOVED)
            continue;
        Violation v = {.kind = VIOLATION_LOST, .span = at, .region = rs->region};
        rs->own = OWN_NONE;
        if (an->comes_back[an->block])
            violate(an, s, &v);
    }
}

void safe_return(Analysis *an, State *s, const Term *t)
{
    const FunctionContract *k = an->safe->contract;
    const Type *rt = an->fn->locals.data[0].type;
    uint32_t ret = an->region_of_local[0];
    Value result = value_unknown();
    an->span = t->span;
    bool scalar = type_is_integer(rt) || rt->kind == TYPE_POINTER;
    if (scalar)
        result = state_peek(an, s, ret, 0, 0, rt->size, NULL);
    if (result.kind == VAL_UNINIT) { /* its end was reached without one */
        Violation none = {.kind = VIOLATION_UNINIT, .span = t->span, .subject = t->span};
        none.region = ret;
        if (strcmp(NAME_TEXT(an->fn->sym->name), "main") != 0)
            violate(an, s, &none);
        result = value_fresh(an, s, rt, false);
    }
    if (scalar)
        leave_result(an, s, result, rt, t);
    else if (rt->kind == TYPE_STRUCT) {
        KeepAsk ask = {.at = t->span, .at_return = true};
        (void)safe_keeps(an, s, value_ptr(ret, 0), rt, &ask);
        for (uint32_t i = state_first_cell(s, ret); i < s->cell_count && s->cells[i].region == ret;
             i++)
            if (s->cells[i].value.kind == VAL_PTR &&
                state_region(an, s, s->cells[i].value.id)->null != NULL_IS &&
                state_region(an, s, s->cells[i].value.id)->own != OWN_YES)
                leave_borrow(an, s, s->cells[i].value, t);
        for (uint32_t i = 0; i < s->loan_count; i++) {
            uint32_t owner = s->loans[i].owner;
            if (s->loans[i].borrower == ret && s->loans[i].content &&
                region_info(an, owner)->kind == REGION_LOCAL &&
                region_info(an, owner)->index > an->fn->param_count) {
                Violation w = {.kind = VIOLATION_SCOPE_ESCAPE,
                               .span = t->span,
                               .subject = t->span,
                               .region = owner};
                violate(an, s, &w);
                break;
            }
        }
    }
    for (uint32_t i = 0; i < k->param_count && i < an->fn->param_count; i++)
        leave_param(an, s, i, result, rt, t);
    KeepAsk lent = {.at = t->span, .at_return = true};
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        const RegionInfo *info = region_info(an, r);
        bool others = info->kind == REGION_UNKNOWN || info->kind == REGION_HEAP;
        if (others && info->type && s->regions[i].own == OWN_NONE &&
            s->regions[i].life == LIFE_LIVE && s->regions[i].null != NULL_IS &&
            s->regions[i].content != CONTENT_UNINIT)
            (void)safe_keeps(an, s, value_ptr(r, 0), info->type, &lent);
    }
    report_lost(an, s, t->span);
    state_drop(an, s);
}
