/* mir/lower_place.c - lvalues become places; structs and unions flow from place to place.
 *
 *     p->q.a[i]        _2 = load _1; _3 = load _i; the place (*_2).q.a[_3]
 *     a[i] (array)     the place a[_3]: bounds are those of the array type
 *     p[i] (pointer)   _4 = ptradd _2, _3; the place (*_4)
 *     f().x            call _5 = f(); the place _5.x     _5 is an aggregate temp
 *
 * A place is built in a PlaceBuilder while the expressions inside it are lowered, and entered into
 * the function's tables when it is complete, so that its projections are neighbours there. */
#include "mir/lower_internal.h"

/* ---- building ------------------------------------------------------------------------------- */

static void start_place(PlaceBuilder *b, PlaceBase base, const Type *type, Span span)
{
    memset(&b->p, 0, sizeof b->p);
    memset(&b->more, 0, sizeof b->more);
    b->p.base = (uint8_t)base;
    b->p.local = NO_LOCAL;
    b->p.base_type = b->p.type = type;
    b->p.span = span;
}

void lower_build_local(Lower *l, LocalId local, PlaceBuilder *b, Span span)
{
    start_place(b, PLACE_LOCAL, mir_local(l->f, local)->type, span);
    b->p.local = local;
}

void lower_build_deref(Lower *l, Operand pointer, const Type *type, PlaceBuilder *b, Span span)
{
    (void)l;
    start_place(b, PLACE_DEREF, type, span);
    b->p.pointer = pointer;
}

void lower_step(Lower *l, PlaceBuilder *b, Projection p)
{
    if (b->p.count < BUILDER_STEPS)
        b->few[b->p.count] = p;
    else
        VEC_PUSH(l->arena, &b->more, p);
    b->p.count++;
    b->p.type = p.type;
}

void lower_unstep(PlaceBuilder *b, const Type *type)
{
    if (b->p.count-- > BUILDER_STEPS)
        b->more.len--;
    b->p.type = type;
}

PlaceId lower_place_done(Lower *l, PlaceBuilder *b)
{
    PlaceId id = {l->f->places.len};
    Place p = b->p;
    p.first = l->f->projections.len;
    for (uint32_t i = 0; i < p.count; i++)
        VEC_PUSH(l->arena, &l->f->projections, *lower_step_at(b, i));
    VEC_PUSH(l->arena, &l->f->places, p);
    return id;
}

PlaceId lower_local_place(Lower *l, LocalId local, Span span)
{
    PlaceBuilder b;
    lower_build_local(l, local, &b, span);
    return lower_place_done(l, &b);
}

PlaceId lower_deref_place(Lower *l, Operand pointer, const Type *type, Span span)
{
    PlaceBuilder b;
    lower_build_deref(l, pointer, type, &b, span);
    return lower_place_done(l, &b);
}

PlaceId lower_place(Lower *l, const Expr *e)
{
    PlaceBuilder b;
    lower_build(l, e, &b);
    b.p.span = span_of(e);
    return lower_place_done(l, &b);
}

/* ---- lvalue expressions --------------------------------------------------------------------- */

void lower_build_variable(Lower *l, Symbol *sym, PlaceBuilder *b, Span span)
{
    uintptr_t local;
    if (map_get(&l->locals, MAP_KEY_PTR(sym), &local)) {
        lower_build_local(l, (LocalId){(uint32_t)local - 1}, b, span);
        return;
    }
    bool global = sym->is_global || sym->kind == SYM_FUNCTION || sym->kind == SYM_BUILTIN;
    if (!global && (sym->owner == l->source || !l->source->outer))
        BUG(l->arena, "variable %s is used before its declaration", NAME_TEXT(sym->name));
    start_place(b, global ? PLACE_GLOBAL : PLACE_UPVAR, sym->type, span);
    b->p.sym = sym;
}

static bool is_decay(const Expr *e)
{
    return (e->kind == EXPR_CONVERT || e->kind == EXPR_CAST) && e->op == CONVERT_DECAY;
}

/* An array whose elements are all of one size that is known now. */
static const Expr *decayed_array(const Expr *e)
{
    if (!is_decay(e) || e->u.cast.operand->type->kind != TYPE_ARRAY)
        return NULL;
    const Expr *a = e->u.cast.operand;
    return lower_variable_size(a->type->elem) ? NULL : a;
}

static void step_index(Lower *l, PlaceBuilder *b, Operand index, const Type *type)
{
    lower_step(l, b, (Projection){.kind = PROJ_INDEX, .index = index, .type = type});
}

/* The object that pointer expression p points to: *p, and the left side of p->x. */
static void build_pointee(Lower *l, const Expr *p, const Type *type, PlaceBuilder *b, Span span)
{
    const Expr *array = decayed_array(p);
    if (array) {
        lower_build(l, array, b);
        step_index(l, b, lower_int(l, lower_ptrdiff_type(l), 0), type);
    } else if (p->kind == EXPR_UNARY && p->op == UN_ADDR && !type_is_void(type) &&
               p->u.unary.operand->type->canon == type->canon) {
        lower_build(l, p->u.unary.operand, b); /* *&x is x */
    } else {
        lower_build_deref(l, lower_value(l, p), type, b, span);
    }
}

static bool is_zero(Operand o)
{
    return o.kind == OPERAND_INT && o.u.bits == 0;
}

/* C23 6.5.2.1: lhs is the pointer, the decayed array or the vector, rhs the integer. */
static void build_index(Lower *l, const Expr *e, PlaceBuilder *b)
{
    const Expr *base = e->u.binary.lhs;
    const Expr *array = decayed_array(base);
    if (array || base->type->kind == TYPE_VECTOR || base->type->kind == TYPE_ARRAY) {
        lower_build(l, array ? array : base, b);
        step_index(l, b, lower_value(l, e->u.binary.rhs), e->type);
        return;
    }
    Operand p = lower_value(l, base);
    Operand n = lower_value(l, e->u.binary.rhs);
    if (!is_zero(n))
        p = lower_ptradd(l, p, n, e->type, base->type, span_of(e));
    lower_build_deref(l, p, e->type, b, span_of(e));
}

/* GNU: behind a member of variable size. The record is taken to begin where offsets are known
 * again: (*(struct s *)((char *)&x + n)).f */
static void move_to_segment(Lower *l, const Field *f, PlaceBuilder *b, Span span)
{
    Types *ts = l->unit->types;
    const Type *record = b->p.type, *bytes = type_basic(ts, TYPE_CHAR);
    Operand p = lower_address(l, lower_place_done(l, b), type_pointer(ts, record), span);
    p = lower_convert(l, p, CONVERT_PTR, type_pointer(ts, bytes), span);
    Operand n = lower_segment(l, f->owner, f->segment, span);
    p = lower_ptradd(l, p, n, bytes, p.type, span);
    p = lower_convert(l, p, CONVERT_PTR, type_pointer(ts, record), span);
    lower_build_deref(l, p, record, b, span);
}

static void build_member(Lower *l, const Expr *e, PlaceBuilder *b)
{
    const Expr *base = e->u.member.base;
    if (e->flags & EXPR_FLAG_ARROW)
        build_pointee(l, base, base->type->elem, b, span_of(base));
    else
        lower_build(l, base, b);
    if (e->u.member.field->segment)
        move_to_segment(l, e->u.member.field, b, span_of(base));
    lower_step(l, b, (Projection){.kind = PROJ_FIELD, .field = e->u.member.field, .type = e->type});
}

static void use_place(Lower *l, PlaceId id, PlaceBuilder *b)
{
    Place p = *mir_place(l->f, id);
    start_place(b, (PlaceBase)p.base, p.base_type, p.span);
    b->p.local = p.local;
    b->p.sym = p.sym;
    b->p.pointer = p.pointer;
    for (uint32_t i = 0; i < p.count; i++)
        lower_step(l, b, l->f->projections.data[p.first + i]);
}

/* A value that is no object, where an object is needed: f().x, (v + w)[1], __real__ z. */
static void build_rvalue(Lower *l, const Expr *e, PlaceBuilder *b)
{
    if (lower_is_aggregate(e->type)) {
        use_place(l, lower_aggregate(l, e, NO_PLACE), b);
        return;
    }
    Operand v = lower_value(l, e);
    PlaceId t = lower_aggregate_temp(l, e->type, span_of(e));
    lower_store(l, t, v, INST_IMPLICIT, span_of(e));
    use_place(l, t, b);
}

static const Expr *chosen(const Expr *e)
{
    if (e->kind == EXPR_GENERIC)
        return e->u.generic.chosen;
    return e->u.cond.cond->value ? e->u.cond.then : e->u.cond.other;
}

static void build_unary(Lower *l, const Expr *e, PlaceBuilder *b)
{
    const Expr *x = e->u.unary.operand;
    if (e->op == UN_DEREF) {
        build_pointee(l, x, e->type, b, span_of(e));
    } else if ((e->op == UN_REAL || e->op == UN_IMAG) && x->type->kind == TYPE_COMPLEX) {
        lower_build(l, x, b);
        lower_step(l, b,
                   (Projection){.kind = e->op == UN_REAL ? PROJ_REAL : PROJ_IMAG, .type = e->type});
    } else if (e->op == UN_EXTENSION || e->op == UN_REAL) {
        lower_build(l, x, b);
    } else {
        build_rvalue(l, e, b);
    }
}

void lower_build(Lower *l, const Expr *e, PlaceBuilder *b)
{
    lower_enter(l);
    if (e->kind == EXPR_IDENT) {
        lower_build_variable(l, e->u.ident.sym, b, span_of(e));
    } else if (e->kind == EXPR_STRING || e->kind == EXPR_FUNC_NAME) {
        const Type *pointer = type_pointer(l->unit->types, e->type);
        lower_build_deref(l, lower_string(l, e, pointer), e->type, b, span_of(e));
    } else if (e->kind == EXPR_MEMBER) {
        build_member(l, e, b);
    } else if (e->kind == EXPR_INDEX) {
        build_index(l, e, b);
    } else if (e->kind == EXPR_UNARY) {
        build_unary(l, e, b);
    } else if (e->kind == EXPR_COMPOUND_LITERAL) {
        use_place(l, lower_compound_literal(l, e), b);
    } else if (e->kind == EXPR_GENERIC || e->kind == EXPR_CHOOSE) {
        lower_build(l, chosen(e), b);
    } else if ((e->kind == EXPR_CAST || e->kind == EXPR_CONVERT) && e->is_lvalue) {
        lower_build(l, e->u.cast.operand, b);
    } else {
        build_rvalue(l, e, b);
    }
    l->depth--;
}

/* ---- access --------------------------------------------------------------------------------- */

static uint8_t access_flags(const Type *t)
{
    uint8_t flags = 0;
    if (t->quals & QUAL_VOLATILE)
        flags |= INST_VOLATILE;
    if (t->quals & QUAL_ATOMIC)
        flags |= INST_ATOMIC;
    return flags;
}

Operand lower_load(Lower *l, PlaceId p, const Type *type, Span span)
{
    LocalId t = lower_temp(l, type, span);
    Inst *in = lower_emit(l, INST_LOAD, span);
    in->dst = t;
    in->a = p;
    in->flags |= access_flags(mir_place(l->f, p)->type);
    return lower_temp_operand(l, t);
}

void lower_store(Lower *l, PlaceId p, Operand v, uint8_t flags, Span span)
{
    Inst *in = lower_emit(l, INST_STORE, span);
    in->a = p;
    in->x = v;
    in->flags |= flags | access_flags(mir_place(l->f, p)->type);
}

/* Of variable size: memcpy and memset, as size of which an operand can be given. */
static void run_time_fill(Lower *l, BuiltinId b, PlaceId to, Operand what, Span span)
{
    Types *ts = l->unit->types;
    const Type *t = mir_place(l->f, to)->type;
    const Type *bytes = type_pointer(ts, type_basic(ts, TYPE_VOID));
    Operand *args = ARENA_ARRAY(l->arena, Operand, 3);
    args[0] = lower_address(l, to, type_pointer(ts, t), span);
    args[0] = lower_convert(l, args[0], CONVERT_PTR, bytes, span);
    args[1] = what;
    args[2] = lower_sizeof(l, t, span);
    Inst *in = lower_emit(l, INST_BUILTIN, span);
    in->builtin = b;
    in->args = args;
    in->arg_count = 3;
    in->flags |= INST_IMPLICIT;
}

void lower_zero_fill(Lower *l, PlaceId p, Span span)
{
    if (lower_variable_size(mir_place(l->f, p)->type)) {
        Operand zero = lower_int(l, type_basic(l->unit->types, TYPE_INT), 0);
        run_time_fill(l, BUILTIN_MEMSET, p, zero, span);
        return;
    }
    Inst *in = lower_emit(l, INST_ZERO, span);
    in->a = p;
    in->flags |= INST_IMPLICIT | INST_INIT;
}

void lower_copy(Lower *l, PlaceId to, PlaceId from, uint8_t flags, Span span)
{
    if (lower_variable_size(mir_place(l->f, to)->type)) {
        Types *ts = l->unit->types;
        Operand p = lower_address(l, from, type_pointer(ts, mir_place(l->f, from)->type), span);
        p = lower_convert(l, p, CONVERT_PTR, type_pointer(ts, type_basic(ts, TYPE_VOID)), span);
        run_time_fill(l, BUILTIN_MEMCPY, to, p, span);
        return;
    }
    Inst *in = lower_emit(l, INST_COPY, span);
    in->a = to;
    in->b = from;
    in->flags |=
        flags | access_flags(mir_place(l->f, to)->type) | access_flags(mir_place(l->f, from)->type);
}

/* A whole global is an address constant, a whole pointee is its pointer: no instruction. */
Operand lower_address(Lower *l, PlaceId id, const Type *type, Span span)
{
    const Place *p = mir_place(l->f, id);
    if (!p->count && p->base == PLACE_GLOBAL)
        return (Operand){.kind = OPERAND_GLOBAL, .sym = p->sym, .type = type};
    if (!p->count && p->base == PLACE_DEREF) {
        Operand v = p->pointer;
        v.type = type;
        return v;
    }
    if (p->base == PLACE_LOCAL)
        l->f->locals.data[p->local.i].address_taken = true;
    LocalId t = lower_temp(l, type, span);
    Inst *in = lower_emit(l, INST_ADDR, span);
    in->dst = t;
    in->a = id;
    return lower_temp_operand(l, t);
}

/* ---- aggregates ----------------------------------------------------------------------------- */

PlaceId lower_aggregate_temp(Lower *l, const Type *type, Span span)
{
    LocalId t = lower_temp(l, type, span);
    l->f->locals.data[t.i].aggregate_temp = true;
    Inst *in = lower_emit(l, INST_LIVE, span);
    in->dst = t;
    in->flags |= INST_IMPLICIT;
    VEC_PUSH(l->arena, &l->temps, t);
    return lower_local_place(l, t, span);
}

/* C23 6.5.2.5p9: an unnamed object that lives as long as the block around it. */
PlaceId lower_compound_literal(Lower *l, const Expr *e)
{
    lower_type_name(l, e->u.cast.type, e->type);
    LocalId local = lower_local(l, LOCAL_VAR, e->type, NULL, span_of(e));
    l->f->locals.data[local.i].aggregate_temp = true;
    PlaceBuilder b;
    lower_live(l, local, span_of(e));
    lower_build_local(l, local, &b, span_of(e));
    lower_init(l, &b, e->u.cast.operand);
    return lower_local_place(l, local, span_of(e));
}

/* GNU: (union u) x, and an argument for a transparent union. */
static PlaceId union_value(Lower *l, const Expr *e, PlaceId dest)
{
    const Expr *x = e->u.cast.operand;
    const Record *r = e->type->u.record;
    const Field *found = NULL;
    for (uint32_t i = 0; i < r->field_count && !found; i++)
        if (r->fields[i].type->kind != TYPE_ERROR &&
            type_compatible(l->unit->types, type_unqualified(l->unit->types, r->fields[i].type),
                            type_unqualified(l->unit->types, x->type)))
            found = &r->fields[i];
    for (uint32_t i = 0; i < r->field_count && !found; i++) /* void * for a T * member */
        if (r->fields[i].type->kind == x->type->kind)
            found = &r->fields[i];
    if (!found)
        BUG(l->arena, "no member of the union has the type of the value");
    PlaceId target = place_is(dest) ? dest : lower_aggregate_temp(l, e->type, span_of(e));
    PlaceBuilder b;
    if (lower_is_aggregate(x->type)) {
        use_place(l, target, &b);
        lower_step(l, &b, (Projection){.kind = PROJ_FIELD, .field = found, .type = found->type});
        lower_aggregate(l, x, lower_place_done(l, &b));
        return target;
    }
    Operand v = lower_value(l, x);
    use_place(l, target, &b);
    lower_step(l, &b, (Projection){.kind = PROJ_FIELD, .field = found, .type = found->type});
    v.type = found->type;
    lower_store(l, lower_place_done(l, &b), v, 0, span_of(e));
    return target;
}

/* __builtin_bit_cast: the bytes of x, seen through a pointer to the other type. */
static PlaceId bit_cast(Lower *l, const Expr *e)
{
    const Expr *x = e->u.cast.operand;
    PlaceBuilder b;
    build_rvalue(l, x, &b);
    PlaceId p = lower_place_done(l, &b);
    Types *ts = l->unit->types;
    Operand a = lower_address(l, p, type_pointer(ts, b.p.type), span_of(x));
    a = lower_convert(l, a, CONVERT_PTR, type_pointer(ts, e->type), span_of(e));
    return lower_deref_place(l, a, e->type, span_of(e));
}

static PlaceId va_arg_value(Lower *l, const Expr *e, PlaceId dest)
{
    Operand ap = lower_va_list(l, e->u.cast.operand);
    lower_type_name(l, e->u.cast.type, e->type);
    PlaceId target = place_is(dest) ? dest : lower_aggregate_temp(l, e->type, span_of(e));
    Inst *in = lower_emit(l, INST_VA_ARG, span_of(e));
    in->a = target;
    in->x = ap;
    in->type = e->type;
    return target;
}

/* Values that exist as objects already, or are made in a temp: NO_PLACE when e is none of them
 * but is computed right into its destination. */
static PlaceId existing(Lower *l, const Expr *e, const Expr **rest)
{
    *rest = NULL;
    switch ((ExprKind)e->kind) {
    case EXPR_ASSIGN: {
        PlaceId to = lower_place(l, e->u.binary.lhs);
        lower_aggregate(l, e->u.binary.rhs, to);
        return to;
    }
    case EXPR_BINARY: /* the comma operator */
        lower_void(l, e->u.binary.lhs);
        *rest = e->u.binary.rhs;
        return NO_PLACE;
    case EXPR_GENERIC:
    case EXPR_CHOOSE: *rest = chosen(e); return NO_PLACE;
    case EXPR_CAST:
    case EXPR_CONVERT:
        if (e->op == CONVERT_LVALUE)
            return lower_place(l, e->u.cast.operand);
        *rest = e->u.cast.operand;
        return NO_PLACE;
    case EXPR_BIT_CAST: return bit_cast(l, e);
    case EXPR_COMPOUND_LITERAL: return lower_compound_literal(l, e);
    case EXPR_IDENT:
    case EXPR_MEMBER:
    case EXPR_INDEX:
    case EXPR_STRING:
    case EXPR_FUNC_NAME: return lower_place(l, e);
    case EXPR_UNARY:
        if (e->op == UN_DEREF)
            return lower_place(l, e);
        *rest = e->u.unary.operand;
        return NO_PLACE;
    case EXPR_ERROR:
    case EXPR_INT:
    case EXPR_CHAR:
    case EXPR_FLOAT:
    case EXPR_NULLPTR:
    case EXPR_CALL:
    case EXPR_COND:
    case EXPR_SIZEOF_EXPR:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_EXPR:
    case EXPR_ALIGNOF_TYPE:
    case EXPR_STMT_EXPR:
    case EXPR_LABEL_ADDR:
    case EXPR_VA_ARG:
    case EXPR_OFFSETOF:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_CONVERTVECTOR:
    case EXPR_INIT_LIST:
    case EXPR_TYPE:
    case EXPR_EMBED:
    case EXPR_KIND_COUNT: break;
    }
    BUG(l->arena, "%s is no aggregate value", expr_kind_name((ExprKind)e->kind));
}

static PlaceId into(Lower *l, const Expr *e, PlaceId dest)
{
    if (e->kind == EXPR_VA_ARG)
        return va_arg_value(l, e, dest);
    if ((e->kind == EXPR_CAST || e->kind == EXPR_CONVERT) && e->op == CONVERT_UNION &&
        !lower_is_aggregate(e->u.cast.operand->type))
        return union_value(l, e, dest);
    if ((e->kind == EXPR_CAST || e->kind == EXPR_CONVERT) && e->op == CONVERT_UNION &&
        e->u.cast.operand->type->canon != e->type->canon)
        return union_value(l, e, dest);
    if (!place_is(dest))
        dest = lower_aggregate_temp(l, e->type, span_of(e));
    if (e->kind == EXPR_CALL)
        lower_call(l, e, true, dest);
    else if (e->kind == EXPR_COND)
        lower_select(l, e, true, dest);
    else
        lower_stmt_expr(l, e, true, dest);
    return dest;
}

static bool is_into(const Expr *e)
{
    if (e->kind == EXPR_CAST || e->kind == EXPR_CONVERT)
        return e->op == CONVERT_UNION;
    return e->kind == EXPR_CALL || e->kind == EXPR_COND || e->kind == EXPR_STMT_EXPR ||
           e->kind == EXPR_VA_ARG;
}

PlaceId lower_aggregate(Lower *l, const Expr *e, PlaceId dest)
{
    lower_enter(l);
    PlaceId p = NO_PLACE;
    for (;;) {
        const Expr *rest;
        if (is_into(e)) {
            p = into(l, e, dest);
            break;
        }
        p = existing(l, e, &rest);
        if (!rest) {
            if (place_is(dest))
                lower_copy(l, dest, p, 0, span_of(e));
            p = place_is(dest) ? dest : p;
            break;
        }
        e = rest;
    }
    l->depth--;
    return p;
}
