/* mir/lower_vla.c - sizes that are known at run time only.
 *
 *     int a[n][m];     _3 = load n; _4 = convert _3; _5 = load m; _6 = convert _5      once, here
 *                      _7 = mul _6, 4; _8 = mul _4, _7; vla a, _8
 *     sizeof a         _9 = mul ...                       from the remembered counts
 *
 * C23 6.7.7.3p5: the size expression is evaluated each time the declaration is reached, and the
 * array keeps that size. What is remembered is the temp of each element count, by expression. */
#include "mir/lower_internal.h"

bool lower_variable_size(const Type *t)
{
    for (; t->kind == TYPE_ARRAY; t = t->elem)
        if (t->vla && t->u.array.size_expr)
            return true;
    return type_is_record(t) && type_is_vla(t);
}

static Operand evaluate(Lower *l, const Expr *size)
{
    const Type *type = lower_size_type(l);
    return lower_convert_auto(l, lower_value(l, size), type, span_of(size));
}

static void remember(Lower *l, const Expr *size)
{
    uintptr_t known;
    if (map_get(&l->vla_sizes, MAP_KEY_PTR(size), &known))
        return;
    Operand v = evaluate(l, size);
    if (v.kind != OPERAND_TEMP) { /* a constant after all */
        LocalId t = lower_temp(l, v.type, span_of(size));
        Inst *in = lower_emit(l, INST_ASSIGN, span_of(size));
        in->dst = t;
        in->x = v;
        v = lower_temp_operand(l, t);
    }
    map_put(&l->vla_sizes, MAP_KEY_PTR(size), (uintptr_t)v.index + 1);
}

void lower_vla_type(Lower *l, const Type *t)
{
    while (t && (t->kind == TYPE_ARRAY || t->kind == TYPE_POINTER || t->kind == TYPE_FUNCTION)) {
        if (!type_is_variably_modified(t))
            return;
        if (t->kind == TYPE_ARRAY && t->vla && t->u.array.size_expr)
            remember(l, t->u.array.size_expr);
        t = t->elem;
    }
    if (!t || !type_is_record(t) || !type_is_variably_modified(t))
        return;
    lower_enter(l);
    for (uint32_t i = 0; i < t->u.record->field_count; i++)
        lower_vla_type(l, t->u.record->fields[i].type);
    l->depth--;
}

/* C23 6.7.3.6p3: the operand of typeof is evaluated when its type is variably modified. */
void lower_typeof(Lower *l, const Specs *s, const Type *t)
{
    if (!s || s->base != BASE_TYPEOF_EXPR || !s->expr || !type_is_variably_modified(t))
        return;
    if (type_is_variably_modified(s->expr->type))
        lower_void(l, s->expr);
}

void lower_type_name(Lower *l, const TypeName *n, const Type *t)
{
    if (n)
        lower_typeof(l, n->specs, t);
    lower_vla_type(l, t);
}

static Operand count_of(Lower *l, const Type *t, Span span)
{
    const Type *type = lower_size_type(l);
    uintptr_t known;
    if (!t->vla || !t->u.array.size_expr)
        return lower_int(l, type, (i128)t->u.array.count);
    if (map_get(&l->vla_sizes, MAP_KEY_PTR(t->u.array.size_expr), &known))
        return lower_temp_operand(l, (LocalId){(uint32_t)known - 1});
    (void)span;
    return evaluate(l, t->u.array.size_expr);
}

/* ---- GNU: members of variable size ----------------------------------------------------------- */

static Operand sum(Lower *l, Operand x, Operand y, Span span)
{
    if (x.kind == OPERAND_INT && y.kind == OPERAND_INT)
        return lower_int(l, x.type, (i128)(x.u.bits + y.u.bits));
    if (y.kind == OPERAND_INT && !y.u.bits)
        return x;
    return lower_binary(l, BIN_ADD, x, y, x.type, span);
}

static Operand round_up(Lower *l, Operand x, uint32_t align, Span span)
{
    if (align <= 1)
        return x;
    x = sum(l, x, lower_int(l, x.type, (i128)align - 1), span);
    if (x.kind == OPERAND_INT)
        return lower_int(l, x.type, (i128)(x.u.bits & -(uint64_t)align));
    return lower_binary(l, BIN_AND, x, lower_int(l, x.type, -(i128)align), x.type, span);
}

Operand lower_segment(Lower *l, const Record *r, uint32_t n, Span span)
{
    Operand at = lower_int(l, lower_size_type(l), 0);
    for (uint32_t i = 0; i < n; i++) {
        const Segment *s = &r->segments[i];
        at = sum(l, at, lower_int(l, at.type, (i128)s->bytes), span);
        if (s->after)
            at = sum(l, at, lower_sizeof(l, s->after->type, span), span);
        at = round_up(l, at, s->align, span);
    }
    return at;
}

/* The largest of the members, as chosen on the way. */
static Operand union_size(Lower *l, const Record *r, Span span)
{
    const Type *type = lower_size_type(l), *truth = type_basic(l->unit->types, TYPE_INT);
    LocalId size = lower_local(l, LOCAL_VAR, type, NULL, span);
    Inst *in = lower_emit(l, INST_LIVE, span);
    in->dst = size;
    in->flags |= INST_IMPLICIT;
    PlaceId at = lower_local_place(l, size, span);
    lower_store(l, at, lower_int(l, type, 0), INST_IMPLICIT, span);
    for (uint32_t i = 0; i < r->field_count; i++) {
        Operand n = lower_sizeof(l, r->fields[i].type, span);
        Operand larger = lower_binary(l, BIN_LT, lower_load(l, at, type, span), n, truth, span);
        BlockId take = lower_new_block(l), next = lower_new_block(l);
        lower_end(l, (Term){.kind = TERM_BRANCH,
                            .x = larger,
                            .then = take,
                            .other = next,
                            .span = span,
                            .implicit = true});
        lower_start(l, take);
        lower_store(l, at, n, INST_IMPLICIT, span);
        lower_start(l, next);
    }
    Operand v = lower_load(l, at, type, span);
    in = lower_emit(l, INST_DEAD, span);
    in->dst = size;
    in->flags |= INST_IMPLICIT;
    return round_up(l, v, r->align, span);
}

/* ---- sizeof ---------------------------------------------------------------------------------- */

Operand lower_sizeof(Lower *l, const Type *t, Span span)
{
    const Type *type = lower_size_type(l);
    if (type_is_record(t) && type_is_vla(t)) {
        const Record *r = t->u.record;
        return r->is_union ? union_size(l, r, span) : lower_segment(l, r, r->segment_count, span);
    }
    if (!lower_variable_size(t)) {
        bool unit = type_is_void(t) || t->kind == TYPE_FUNCTION; /* GNU: sizeof(void) is 1 */
        return lower_int(l, type, unit ? 1 : (i128)t->size);
    }
    Operand n = count_of(l, t, span);
    Operand size = lower_sizeof(l, t->elem, span);
    if (n.kind == OPERAND_INT && size.kind == OPERAND_INT)
        return lower_int(l, type, (i128)(n.u.bits * size.u.bits));
    return lower_binary(l, BIN_MUL, n, size, type, span);
}
