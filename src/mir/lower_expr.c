/* mir/lower_expr.c - scalar expressions become operands.
 *
 * In: an Expr that sema completed. Out: an Operand, a constant or a temp that the instructions
 * emitted on the way have written.
 *
 *     a * 2 + f(b)       _3 = load _1; _4 = mul _3, 2; _5 = load _2; _6 = call f(_5); _7 = add _4,
 * _6
 *
 * Operands are evaluated from left to right; C leaves the order open (C23 6.5.1p2), and code whose
 * meaning depends on it is wrong in ways that another check finds. Operators that take one
 * value and give one lean to the left in the tree: a + b + c ... of any length is walked in a
 * loop. */
#include "mir/lower_internal.h"

static bool is_int_const(const Expr *e)
{
    return e->is_const && (type_is_integer(e->type) || e->type->kind == TYPE_ENUM);
}

/* ---- conversions ---------------------------------------------------------------------------- */

static bool is_address(Operand v)
{
    return v.kind == OPERAND_NULL || v.kind == OPERAND_GLOBAL || v.kind == OPERAND_STRING ||
           v.kind == OPERAND_BLOCK;
}

Operand lower_convert(Lower *l, Operand v, ConvertKind k, const Type *to, Span span)
{
    bool small =
        v.kind == OPERAND_INT && type_is_integer(v.type) && type_is_integer(to) && to->width <= 64;
    if (k == CONVERT_NOOP || (k == CONVERT_PTR && is_address(v)) || v.kind == OPERAND_UNDEF) {
        v.type = to;
        return v;
    }
    if (k == CONVERT_NULL && (v.kind == OPERAND_INT || v.kind == OPERAND_NULL))
        return (Operand){.kind = OPERAND_NULL, .type = to};
    if (k == CONVERT_BOOL && small)
        return lower_int(l, to, v.u.bits != 0);
    if (k == CONVERT_INT && small)
        return lower_int(l, to, v.type->is_unsigned ? (i128)v.u.bits : (i128)(int64_t)v.u.bits);
    LocalId t = lower_temp(l, to, span);
    Inst *in = lower_emit(l, INST_CONVERT, span);
    in->dst = t;
    in->sub = (uint8_t)k;
    in->x = v;
    return lower_temp_operand(l, t);
}

static ConvertKind convert_kind(const Type *from, const Type *to)
{
    bool ptr_from = from->kind == TYPE_POINTER || from->kind == TYPE_NULLPTR;
    bool ptr_to = to->kind == TYPE_POINTER || to->kind == TYPE_NULLPTR;
    if (from->canon == to->canon)
        return CONVERT_NOOP;
    if (from->kind == TYPE_VECTOR || to->kind == TYPE_VECTOR)
        return CONVERT_VECTOR;
    if (from->kind == TYPE_COMPLEX || to->kind == TYPE_COMPLEX)
        return CONVERT_COMPLEX;
    if (to->kind == TYPE_BOOL)
        return CONVERT_BOOL;
    if (ptr_from && ptr_to)
        return CONVERT_PTR;
    if (ptr_from)
        return CONVERT_PTR_INT;
    if (ptr_to)
        return CONVERT_INT_PTR;
    if (type_is_integer(from))
        return type_is_integer(to) ? CONVERT_INT : CONVERT_INT_FLOAT;
    return type_is_integer(to) ? CONVERT_FLOAT_INT : CONVERT_FLOAT;
}

Operand lower_convert_auto(Lower *l, Operand v, const Type *to, Span span)
{
    return lower_convert(l, v, convert_kind(v.type, to), to, span);
}

/* ---- arithmetic ----------------------------------------------------------------------------- */

Operand lower_binary(Lower *l, BinaryOp op, Operand x, Operand y, const Type *type, Span span)
{
    LocalId t = lower_temp(l, type, span);
    Inst *in = lower_emit(l, INST_BINARY, span);
    in->dst = t;
    in->sub = (uint8_t)op;
    in->x = x;
    in->y = y;
    return lower_temp_operand(l, t);
}

static Operand unary(Lower *l, UnaryOp op, Operand x, const Type *type, Span span)
{
    LocalId t = lower_temp(l, type, span);
    Inst *in = lower_emit(l, INST_UNARY, span);
    in->dst = t;
    in->sub = (uint8_t)op;
    in->x = x;
    return lower_temp_operand(l, t);
}

/* For p - n: -n, in a type that can hold it. */
Operand lower_negate_index(Lower *l, Operand n, Span span)
{
    const Type *type = lower_ptrdiff_type(l);
    n = lower_convert_auto(l, n, type, span);
    if (n.kind == OPERAND_INT)
        return lower_int(l, type, -(i128)(int64_t)n.u.bits);
    return unary(l, UN_MINUS, n, type, span);
}

Operand lower_ptradd(Lower *l, Operand p, Operand n, const Type *elem, const Type *type, Span span)
{
    Operand size = {0};
    bool variable = lower_variable_size(elem);
    if (variable)
        size = lower_sizeof(l, elem, span);
    LocalId t = lower_temp(l, type, span);
    Inst *in = lower_emit(l, INST_PTRADD, span);
    in->dst = t;
    in->x = p;
    in->y = n;
    in->type = elem;
    if (variable) {
        in->args = arena_copy(l->arena, &size, sizeof size);
        in->arg_count = 1;
    }
    return lower_temp_operand(l, t);
}

static Operand ptrsub(Lower *l, Operand x, Operand y, const Expr *e)
{
    Operand p = lower_ptradd(l, x, y, x.type->elem, e->type, span_of(e));
    VEC_LAST(&l->open).op = INST_PTRSUB;
    return p;
}

static bool is_pointer(const Type *t)
{
    return t->kind == TYPE_POINTER;
}

static Operand apply_binary(Lower *l, const Expr *e, Operand x)
{
    Operand y = lower_value(l, e->u.binary.rhs);
    Span span = span_of(e);
    if (e->op == BIN_ADD && is_pointer(x.type))
        return lower_ptradd(l, x, y, x.type->elem, e->type, span);
    if (e->op == BIN_ADD && is_pointer(y.type))
        return lower_ptradd(l, y, x, y.type->elem, e->type, span);
    if (e->op == BIN_SUB && is_pointer(x.type) && is_pointer(y.type))
        return ptrsub(l, x, y, e);
    if (e->op == BIN_SUB && is_pointer(x.type)) {
        y = lower_negate_index(l, y, span_of(e->u.binary.rhs));
        return lower_ptradd(l, x, y, x.type->elem, e->type, span);
    }
    return lower_binary(l, (BinaryOp)e->op, x, y, e->type, span);
}

static Operand apply_unary(Lower *l, const Expr *e, Operand x)
{
    if (e->op == UN_PLUS || e->op == UN_EXTENSION)
        return x;
    if (e->op == UN_REAL || e->op == UN_IMAG) {
        if (x.type->kind != TYPE_COMPLEX)
            return e->op == UN_REAL ? x : lower_zero(l, e->type);
    }
    return unary(l, (UnaryOp)e->op, x, e->type, span_of(e));
}

/* ---- chains of operators that lean to the left ---------------------------------------------- */

static const Expr *spine(const Expr *e)
{
    if (is_int_const(e))
        return NULL;
    if (e->kind == EXPR_BINARY)
        return e->op < BIN_LAND ? e->u.binary.lhs : NULL;
    if (e->kind == EXPR_UNARY) {
        bool plain =
            e->op <= UN_LNOT || e->op == UN_REAL || e->op == UN_IMAG || e->op == UN_EXTENSION;
        return plain ? e->u.unary.operand : NULL;
    }
    if (e->kind == EXPR_CONVERT || e->kind == EXPR_CAST) {
        ConvertKind k = (ConvertKind)e->op;
        bool plain = k != CONVERT_LVALUE && k != CONVERT_DECAY && k != CONVERT_VOID &&
                     k != CONVERT_UNION && k != CONVERT_ERROR;
        return plain ? e->u.cast.operand : NULL;
    }
    return NULL;
}

static Operand apply(Lower *l, const Expr *e, Operand v)
{
    if (e->kind == EXPR_BINARY)
        return apply_binary(l, e, v);
    if (e->kind == EXPR_UNARY)
        return apply_unary(l, e, v);
    if (e->kind == EXPR_CAST)
        lower_type_name(l, e->u.cast.type, e->type);
    return lower_convert(l, v, (ConvertKind)e->op, e->type, span_of(e));
}

/* ---- leaves --------------------------------------------------------------------------------- */

Operand lower_string(Lower *l, const Expr *e, const Type *pointer)
{
    MirString s = {.type = e->type, .elem_size = 1};
    if (e->kind == EXPR_STRING) {
        s.count = e->u.string.count;
        s.elem_size = e->u.string.elem_size;
        s.bytes = arena_copy(l->arena, e->u.string.bytes, (size_t)s.count * s.elem_size);
    } else { /* C23 6.4.2.2: __func__ */
        Name name = l->source->sym->name;
        s.bytes = NAME_TEXT(name);
        s.count = name ? name->len : 0;
    }
    VEC_PUSH(l->arena, &l->f->strings, s);
    return (Operand){.kind = OPERAND_STRING, .index = l->f->strings.len - 1, .type = pointer};
}

/* An lvalue that is read; what can't be read is designated by its address. */
static Operand read_lvalue(Lower *l, const Expr *e)
{
    Types *ts = l->unit->types;
    if (e->type->kind == TYPE_FUNCTION && e->kind == EXPR_UNARY && e->op == UN_DEREF)
        return lower_value(l, e->u.unary.operand);
    PlaceId p = lower_place(l, e);
    if (e->type->kind == TYPE_ARRAY)
        return lower_address(l, p, type_pointer(ts, e->type->elem), span_of(e));
    if (e->type->kind == TYPE_FUNCTION)
        return lower_address(l, p, type_pointer(ts, e->type), span_of(e));
    return lower_load(l, p, e->type, span_of(e));
}

static Operand decay(Lower *l, const Expr *e)
{
    const Expr *x = e->u.cast.operand;
    if (x->type->kind == TYPE_FUNCTION) {
        Operand v = lower_value(l, x);
        v.type = e->type;
        return v;
    }
    return lower_address(l, lower_place(l, x), e->type, span_of(e));
}

static Operand address_of(Lower *l, const Expr *e)
{
    const Expr *x = e->u.unary.operand;
    if (x->type->kind == TYPE_FUNCTION ||
        (x->kind == EXPR_UNARY && x->op == UN_DEREF && type_is_void(x->type))) {
        Operand v = lower_value(l, x->type->kind == TYPE_FUNCTION ? x : x->u.unary.operand);
        v.type = e->type;
        return v;
    }
    return lower_address(l, lower_place(l, x), e->type, span_of(e));
}

/* GNU imaginary constants: 2.0i. */
static Operand imaginary(Lower *l, const Expr *e)
{
    PlaceId t = lower_aggregate_temp(l, e->type, span_of(e));
    LocalId local = mir_place(l->f, t)->local;
    const Type *part = e->type->elem;
    Operand im = e->kind == EXPR_FLOAT ? lower_float(l, part, e->u.floating.value)
                                       : lower_int(l, part, (i128)e->value);
    for (int i = 0; i < 2; i++) {
        PlaceBuilder b;
        lower_build_local(l, local, &b, span_of(e));
        lower_step(l, &b, (Projection){.kind = i ? PROJ_IMAG : PROJ_REAL, .type = part});
        Operand v = i ? im : lower_zero(l, part);
        lower_store(l, lower_place_done(l, &b), v, INST_IMPLICIT, span_of(e));
    }
    return lower_load(l, t, e->type, span_of(e));
}

/* offsetof(struct s, a[i].b) with a run-time index (GNU). */
static Operand offset_of(Lower *l, const Expr *e)
{
    const Type *t = e->u.offset.type->type;
    Span span = span_of(e);
    uint64_t fixed = 0;
    Operand sum = {0};
    for (const Designator *d = e->u.offset.path; d; d = d->next) {
        if (d->field) {
            const Field *path[16];
            uint32_t n = type_is_record(t) ? record_find(t->u.record, d->field, path) : 0;
            if (!n)
                BUG(l->arena, "offsetof of an unknown member");
            for (uint32_t i = 0; i < n; i++) {
                fixed += path[i]->offset;
                if (path[i]->segment) {
                    Operand at = lower_segment(l, path[i]->owner, path[i]->segment, span);
                    sum = sum.kind ? lower_binary(l, BIN_ADD, sum, at, e->type, span) : at;
                }
            }
            t = path[n - 1]->type;
            continue;
        }
        t = t->elem;
        Operand i = lower_convert_auto(l, lower_value(l, d->lo), e->type, span);
        i = lower_binary(l, BIN_MUL, i, lower_sizeof(l, t, span), e->type, span);
        sum = sum.kind ? lower_binary(l, BIN_ADD, sum, i, e->type, span) : i;
    }
    Operand base = lower_int(l, e->type, (i128)fixed);
    return sum.kind ? lower_binary(l, BIN_ADD, base, sum, e->type, span) : base;
}

static Operand label_address(Lower *l, const Expr *e)
{
    const Function *owner;
    uint32_t number;
    if (lower_escape_label(l, e->u.label_addr.name, &owner, &number))
        return lower_convert(l, lower_int(l, lower_size_type(l), (i128)number), CONVERT_INT_PTR,
                             e->type, span_of(e));
    MirLabel *label = lower_label(l, e->u.label_addr.name);
    lower_take_label(l, label);
    return (Operand){.kind = OPERAND_BLOCK, .index = label->block.i, .type = e->type};
}

static Operand va_arg_scalar(Lower *l, const Expr *e)
{
    Operand ap = lower_va_list(l, e->u.cast.operand);
    lower_type_name(l, e->u.cast.type, e->type);
    LocalId t = lower_temp(l, e->type, span_of(e));
    Inst *in = lower_emit(l, INST_VA_ARG, span_of(e));
    in->dst = t;
    in->x = ap;
    in->type = e->type;
    return lower_temp_operand(l, t);
}

static Operand convert_leaf(Lower *l, const Expr *e)
{
    const Expr *x = e->u.cast.operand;
    if (e->op == CONVERT_DECAY)
        return decay(l, e);
    if (e->op == CONVERT_VOID) {
        lower_void(l, e);
        return (Operand){0};
    }
    if (e->op != CONVERT_LVALUE)
        BUG(l->arena, "a conversion of kind %u has no value", e->op);
    /* What comes out of a call is no object to read. */
    if (!x->is_lvalue && !lower_is_aggregate(x->type) &&
        (x->kind == EXPR_CALL || x->kind == EXPR_STMT_EXPR || x->kind == EXPR_COND))
        return lower_value(l, x);
    return lower_load(l, lower_place(l, x), e->type, span_of(e));
}

static Operand unary_leaf(Lower *l, const Expr *e)
{
    if (e->op == UN_ADDR)
        return address_of(l, e);
    if (e->op == UN_DEREF)
        return read_lvalue(l, e);
    return lower_incdec(l, e, true);
}

static Operand binary_leaf(Lower *l, const Expr *e)
{
    if (e->op != BIN_COMMA)
        return lower_logical(l, e);
    lower_void(l, e->u.binary.lhs);
    return lower_value(l, e->u.binary.rhs);
}

static Operand scalar_list(Lower *l, const Expr *e)
{
    if (!e->u.init.entry_count)
        return lower_zero(l, e->type);
    return lower_value(l, e->u.init.entries[0].value);
}

static Operand leaf(Lower *l, const Expr *e)
{
    if (is_int_const(e))
        return lower_int(l, e->type, (i128)e->value);
    switch ((ExprKind)e->kind) {
    case EXPR_INT:
    case EXPR_CHAR:
        if (e->type->kind == TYPE_COMPLEX)
            return imaginary(l, e);
        return lower_int(l, e->type, (i128)e->value);
    case EXPR_FLOAT:
        if (e->type->kind == TYPE_COMPLEX)
            return imaginary(l, e);
        return lower_float(l, e->type, e->u.floating.value);
    case EXPR_NULLPTR: return (Operand){.kind = OPERAND_NULL, .type = e->type};
    case EXPR_IDENT:
    case EXPR_STRING:
    case EXPR_FUNC_NAME:
    case EXPR_MEMBER:
    case EXPR_INDEX:
    case EXPR_COMPOUND_LITERAL: return read_lvalue(l, e);
    case EXPR_CALL: return lower_call(l, e, true, NO_PLACE);
    case EXPR_UNARY: return unary_leaf(l, e);
    case EXPR_BINARY: return binary_leaf(l, e);
    case EXPR_ASSIGN: return lower_assign(l, e, true);
    case EXPR_COND: return lower_select(l, e, !type_is_void(e->type), NO_PLACE);
    case EXPR_CAST:
    case EXPR_CONVERT: return convert_leaf(l, e);
    case EXPR_SIZEOF_EXPR: /* C23 6.5.4.5p2: of a VLA, the operand is evaluated */
        lower_void(l, e->u.unary.operand);
        return lower_sizeof(l, e->u.unary.operand->type, span_of(e));
    case EXPR_SIZEOF_TYPE:
        lower_type_name(l, e->u.cast.type, e->u.cast.type->type);
        return lower_sizeof(l, e->u.cast.type->type, span_of(e));
    case EXPR_GENERIC: return lower_value(l, e->u.generic.chosen);
    case EXPR_CHOOSE:
        return lower_value(l, e->u.cond.cond->value ? e->u.cond.then : e->u.cond.other);
    case EXPR_STMT_EXPR: return lower_stmt_expr(l, e, !type_is_void(e->type), NO_PLACE);
    case EXPR_LABEL_ADDR: return label_address(l, e);
    case EXPR_VA_ARG: return va_arg_scalar(l, e);
    case EXPR_OFFSETOF: return offset_of(l, e);
    case EXPR_CONVERTVECTOR:
        return lower_convert(l, lower_value(l, e->u.cast.operand), CONVERT_VECTOR, e->type,
                             span_of(e));
    case EXPR_BIT_CAST: return lower_load(l, lower_aggregate(l, e, NO_PLACE), e->type, span_of(e));
    case EXPR_INIT_LIST: return scalar_list(l, e);
    case EXPR_ALIGNOF_EXPR:
    case EXPR_ALIGNOF_TYPE:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_ERROR:
    case EXPR_TYPE:
    case EXPR_EMBED:
    case EXPR_KIND_COUNT: break;
    }
    BUG(l->arena, "%s has no value", expr_kind_name((ExprKind)e->kind));
}

Operand lower_value(Lower *l, const Expr *e)
{
    uint32_t n = 0;
    const Expr *x = e;
    lower_enter(l);
    for (const Expr *next; (next = spine(x)) != NULL; x = next)
        n++;
    const Expr *small[16];
    const Expr **ops = n <= COUNT_OF(small) ? small : ARENA_ARRAY(l->arena, const Expr *, n);
    x = e;
    for (uint32_t i = 0; i < n; i++, x = spine(x))
        ops[i] = x;
    Operand v = leaf(l, x);
    while (n)
        v = apply(l, ops[--n], v);
    l->depth--;
    return v;
}

/* ---- for side effects only ------------------------------------------------------------------ */

/* `x;` and `(void)x` read nothing, unless x is volatile or behind a pointer. */
static void discard_lvalue(Lower *l, const Expr *e)
{
    if (e->type->kind == TYPE_FUNCTION)
        return;
    if (e->kind == EXPR_IDENT && !(e->type->quals & QUAL_VOLATILE))
        return;
    if (type_is_void(e->type)) {
        if (e->kind == EXPR_UNARY)
            lower_void(l, e->u.unary.operand);
        return;
    }
    PlaceId id = lower_place(l, e);
    const Place *p = mir_place(l->f, id);
    bool read = (p->type->quals & QUAL_VOLATILE) || p->base == PLACE_DEREF;
    if (read && !lower_is_aggregate(p->type) && p->pointer.kind != OPERAND_STRING)
        lower_load(l, id, e->type, span_of(e));
}

/* (void)x; reads nothing, and yet it says that x has been thought of. */
static void note_discarded(Lower *l, const Expr *e)
{
    while (e->kind == EXPR_CONVERT)
        e = e->u.cast.operand;
    uintptr_t id;
    if (e->kind == EXPR_IDENT && map_get(&l->locals, MAP_KEY_PTR(e->u.ident.sym), &id))
        l->f->locals.data[id - 1].discarded = true;
}

static void void_cast(Lower *l, const Expr *e)
{
    const Expr *x = e->u.cast.operand;
    bool answered = l->answered;
    if (e->kind == EXPR_CAST) {
        lower_type_name(l, e->u.cast.type, e->type);
        note_discarded(l, x);
        l->answered = true;
    }
    if (e->op == CONVERT_LVALUE) {
        if (x->is_lvalue)
            discard_lvalue(l, x);
        else
            lower_void(l, x);
    } else if (e->op == CONVERT_DECAY) {
        discard_lvalue(l, x);
    } else {
        lower_void(l, x);
    }
    l->answered = answered;
}

/* a && f(): f is called only when a holds; the value goes nowhere. */
static void void_logical(Lower *l, const Expr *e)
{
    BlockId more = lower_new_block(l), join = lower_new_block(l);
    bool land = e->op == BIN_LAND;
    lower_cond(l, e->u.binary.lhs, land ? more : join, land ? join : more);
    lower_start(l, more);
    lower_void(l, e->u.binary.rhs);
    lower_start(l, join);
}

static void void_comma(Lower *l, const Expr *e)
{
    uint32_t n = 0;
    const Expr *x = e;
    for (; x->kind == EXPR_BINARY && x->op == BIN_COMMA; x = x->u.binary.lhs)
        n++;
    const Expr **rest = ARENA_ARRAY(l->arena, const Expr *, n);
    x = e;
    for (uint32_t i = n; i > 0; x = x->u.binary.lhs)
        rest[--i] = x->u.binary.rhs;
    lower_void(l, x);
    for (uint32_t i = 0; i < n; i++)
        lower_void(l, rest[i]);
}

static void void_unary(Lower *l, const Expr *e)
{
    if (e->op >= UN_PRE_INC && e->op <= UN_POST_DEC)
        lower_incdec(l, e, false);
    else if (e->op == UN_DEREF)
        discard_lvalue(l, e);
    else if (e->op == UN_ADDR)
        lower_value(l, e);
    else {
        bool answered = l->answered;
        l->answered = true; /* !f(); looks at the result, as GCC sees it */
        lower_void(l, e->u.unary.operand);
        l->answered = answered;
    }
}

void lower_void(Lower *l, const Expr *e)
{
    if (is_int_const(e))
        return;
    lower_enter(l);
    if (e->kind == EXPR_CAST || e->kind == EXPR_CONVERT)
        void_cast(l, e);
    else if (e->kind == EXPR_CALL)
        lower_call(l, e, false, NO_PLACE);
    else if (e->kind == EXPR_ASSIGN)
        lower_assign(l, e, false);
    else if (e->kind == EXPR_UNARY)
        void_unary(l, e);
    else if (e->kind == EXPR_BINARY && e->op == BIN_COMMA)
        void_comma(l, e);
    else if (e->kind == EXPR_BINARY && e->op >= BIN_LAND)
        void_logical(l, e);
    else if (e->kind == EXPR_COND)
        lower_select(l, e, false, NO_PLACE);
    else if (e->kind == EXPR_STMT_EXPR)
        lower_stmt_expr(l, e, false, NO_PLACE);
    else if (e->kind == EXPR_GENERIC)
        lower_void(l, e->u.generic.chosen);
    else if (e->kind == EXPR_CHOOSE)
        lower_void(l, e->u.cond.cond->value ? e->u.cond.then : e->u.cond.other);
    else if (e->kind == EXPR_IDENT || e->kind == EXPR_MEMBER || e->kind == EXPR_INDEX)
        discard_lvalue(l, e);
    else if (e->kind == EXPR_STRING || e->kind == EXPR_FUNC_NAME) {
    } else if (e->kind == EXPR_COMPOUND_LITERAL)
        lower_compound_literal(l, e);
    else if (lower_is_aggregate(e->type))
        lower_aggregate(l, e, NO_PLACE);
    else
        lower_value(l, e);
    l->depth--;
}

void lower_full(Lower *l, const Expr *e)
{
    uint32_t mark = l->temps.len;
    lower_void(l, e);
    lower_end_temps(l, mark, span_of(e));
}
