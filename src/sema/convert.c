/* sema/convert.c - conversions, written out as nodes.
 *
 * What comes in: a completed expression and where it is going. What goes out: the same expression
 * under the EXPR_CONVERT nodes that C23 6.3 asks for. The one idea: a later stage never has to
 * know the rules; a type differs from that of its operand only across such a node.
 *
 *     char c; long l;   l = c + 1;   ASSIGN(l, INT long(c: LVALUE, INT int + 1))
 */
#include "sema/sema_internal.h"

Expr *convert_node(Sema *s, ConvertKind k, Expr *e, const Type *t)
{
    Expr *n = ARENA_NEW(s->tree, Expr);
    n->kind = EXPR_CONVERT;
    n->op = (uint8_t)k;
    n->flags = EXPR_FLAG_IMPLICIT;
    n->begin = e->begin;
    n->end = e->end;
    n->at = e->at;
    n->type = t;
    n->u.cast.operand = e;
    const_fold(s->unit, n);
    return n;
}

uint64_t type_bytes(const Type *t)
{
    if (t->kind == TYPE_STRUCT || t->kind == TYPE_UNION)
        return t->canon->u.record->size;
    if (t->kind == TYPE_ENUM) {
        const EnumInfo *e = t->canon->u.enum_info;
        return e->underlying ? e->underlying->size : t->size;
    }
    return t->size;
}

/* A constexpr object, and the integer constant it holds. */
static void read_constexpr(Expr *read, const Expr *e)
{
    if (e->kind != EXPR_IDENT || !e->u.ident.sym || !e->u.ident.sym->is_constexpr)
        return;
    const Expr *init = e->u.ident.sym->init;
    if (!init || !type_is_integer(read->type))
        return;
    if (init->kind == EXPR_INIT_LIST && init->u.init.entry_count == 1)
        init = init->u.init.entries[0].value;
    if (!init->is_const)
        return;
    read->is_const = 1;
    read->value = init->value;
}

/* C23 6.3.2.1: an lvalue is read, an array or a function decays. */
/* GCC gives a bit-field a type of just its width, which decides how wide it computes when that is
 * more than int; Clang computes in the declared type. C23 6.7.3.2p5 leaves it open. NULL: the
 * declared type it is. */
const Type *convert_bit_field_type(Sema *s, const Expr *e)
{
    if (s->target->clang || e->kind != EXPR_MEMBER || !(e->flags & EXPR_FLAG_BIT_FIELD))
        return NULL;
    const Field *f = e->u.member.field;
    if (f->type->kind == TYPE_BITINT || f->bit_width >= f->type->width || f->bit_width < 2)
        return NULL;
    return type_bitint(s->types, f->bit_width, f->type->is_unsigned);
}

Expr *convert_lvalue(Sema *s, Expr *e)
{
    const Type *t = e->type;
    if (is_error(t))
        return e;
    if (e->kind == EXPR_INIT_LIST) {
        sema_error(s, span_of(e), "a brace-enclosed list stands where an expression is expected");
        return expr_error(s, e);
    }
    if (t->kind == TYPE_ARRAY)
        return convert_node(s, CONVERT_DECAY, e, type_pointer(s->types, t->elem));
    if (t->kind == TYPE_FUNCTION)
        return convert_node(s, CONVERT_DECAY, e, type_pointer(s->types, t));
    if (!e->is_lvalue || type_is_void(t))
        return e;
    if ((type_is_record(t) || t->kind == TYPE_ENUM) && !type_is_complete(t)) {
        sema_error(s, span_of(e), "the incomplete type `%s` has no value to read", SPELL(s, t));
        return expr_error(s, e);
    }
    Expr *read = convert_node(s, CONVERT_LVALUE, e, type_unqualified(s->types, t));
    read_constexpr(read, e);
    const Type *own = convert_bit_field_type(s, e);
    return own && own->width > int_type(s)->width ? convert_to(s, read, own) : read;
}

/* ---- kinds --------------------------------------------------------------------------------- */
static ConvertKind pointer_kind(Sema *s, const Type *from, const Type *to)
{
    const Type *a = from->elem, *b = to->elem;
    if (a->canon == b->canon || type_is_void(a) || type_is_void(b))
        return CONVERT_NOOP;
    return type_compatible(s->types, type_unqualified(s->types, a), type_unqualified(s->types, b))
               ? CONVERT_NOOP
               : CONVERT_PTR;
}

ConvertKind convert_kind(Sema *s, const Type *from, const Type *to)
{
    if (is_error(from) || is_error(to))
        return CONVERT_ERROR;
    if (to->kind == TYPE_VOID)
        return CONVERT_VOID;
    if (from->kind == TYPE_VECTOR || to->kind == TYPE_VECTOR)
        return from->canon == to->canon ? CONVERT_NOOP : CONVERT_VECTOR;
    if (to->kind == TYPE_BOOL)
        return from->kind == TYPE_BOOL ? CONVERT_NOOP : CONVERT_BOOL;
    if (from->kind == TYPE_COMPLEX || to->kind == TYPE_COMPLEX)
        return from->canon == to->canon ? CONVERT_NOOP : CONVERT_COMPLEX;
    if (type_is_integer(to)) {
        if (type_is_integer(from))
            return from->canon == to->canon ? CONVERT_NOOP : CONVERT_INT;
        if (type_is_floating(from))
            return CONVERT_FLOAT_INT;
        return from->kind == TYPE_POINTER || from->kind == TYPE_NULLPTR ? CONVERT_PTR_INT
                                                                        : CONVERT_ERROR;
    }
    if (type_is_floating(to)) {
        if (type_is_integer(from))
            return CONVERT_INT_FLOAT;
        if (type_is_floating(from))
            return from->canon == to->canon ? CONVERT_NOOP : CONVERT_FLOAT;
        return CONVERT_ERROR;
    }
    if (to->kind == TYPE_POINTER) {
        if (from->kind == TYPE_POINTER)
            return pointer_kind(s, from, to);
        if (from->kind == TYPE_NULLPTR)
            return CONVERT_NULL;
        return type_is_integer(from) ? CONVERT_INT_PTR : CONVERT_ERROR;
    }
    if (to->kind == TYPE_NULLPTR)
        return from->kind == TYPE_NULLPTR ? CONVERT_NOOP : CONVERT_NULL;
    return assign_compatible_records(s, from, to) ? CONVERT_NOOP : CONVERT_ERROR;
}

Expr *convert_to(Sema *s, Expr *e, const Type *t)
{
    if (is_error(e->type) || is_error(t))
        return e;
    if (t->quals)
        t = type_unqualified(s->types, t);
    if (e->type->canon == t->canon)
        return e;
    ConvertKind k = convert_kind(s, e->type, t);
    if ((k == CONVERT_INT_PTR || k == CONVERT_NOOP || k == CONVERT_PTR) &&
        t->kind == TYPE_POINTER && const_is_null_pointer(e))
        k = CONVERT_NULL;
    return convert_node(s, k, e, t);
}

/* ---- arithmetic ---------------------------------------------------------------------------- */

/* The bit-field that e reads, or NULL. */
static const Field *bit_field_read(const Expr *e)
{
    if (e->kind != EXPR_CONVERT || e->op != CONVERT_LVALUE)
        return NULL;
    const Expr *m = e->u.cast.operand;
    return m->kind == EXPR_MEMBER && (m->flags & EXPR_FLAG_BIT_FIELD) ? m->u.member.field : NULL;
}

/* C23 6.3.1.1p2; a narrow bit-field becomes int whatever the sign of its type. */
Expr *convert_promote(Sema *s, Expr *e)
{
    const Type *t = e->type;
    if (!type_is_integer(t))
        return e;
    const Field *f = bit_field_read(e);
    uint32_t width = int_type(s)->width;
    if (f && t->kind != TYPE_BITINT && f->bit_width < width)
        return convert_to(s, e, int_type(s));
    if (f && t->kind != TYPE_BITINT && f->bit_width == width && t->width > width)
        return convert_to(s, e, basic(s, t->is_unsigned ? TYPE_UINT : TYPE_INT));
    return convert_to(s, e, type_promote(s->types, t));
}

const Type *convert_usual(Sema *s, Expr **a, Expr **b)
{
    *a = convert_promote(s, *a);
    *b = convert_promote(s, *b);
    const Type *t = type_usual(s->types, (*a)->type, (*b)->type);
    *a = convert_to(s, *a, t);
    *b = convert_to(s, *b, t);
    return t;
}

/* Default argument promotions, C23 6.5.3.3p7. */
Expr *convert_argument_default(Sema *s, Expr *e)
{
    if (e->type->kind == TYPE_FLOAT)
        return convert_to(s, e, basic(s, TYPE_DOUBLE));
    if (type_is_integer(e->type))
        return convert_promote(s, e);
    return e;
}

/* ---- as if by assignment ------------------------------------------------------------------- */
bool assign_compatible_records(Sema *s, const Type *a, const Type *b)
{
    return a->canon == b->canon ||
           type_compatible(s->types, type_unqualified(s->types, a), type_unqualified(s->types, b));
}

/* What both compilers accept, with or without a warning. C23 6.5.17.2p1 is stricter. */
static bool assign_ok(Sema *s, const Expr *e, const Type *to)
{
    const Type *from = e->type;
    if (type_is_void(from) || type_is_void(to))
        return false;
    if (to->kind == TYPE_VECTOR || from->kind == TYPE_VECTOR)
        return type_bytes(from) == type_bytes(to) ||
               (to->kind == TYPE_VECTOR && type_is_arithmetic(from) && !to->gnu_mode_vector);
    if (type_is_arithmetic(to) && type_is_arithmetic(from))
        return true;
    if (to->kind == TYPE_POINTER)
        return from->kind == TYPE_POINTER || from->kind == TYPE_NULLPTR || type_is_integer(from);
    if (type_is_integer(to))
        return from->kind == TYPE_POINTER || (from->kind == TYPE_NULLPTR && to->kind == TYPE_BOOL);
    if (to->kind == TYPE_NULLPTR)
        return from->kind == TYPE_NULLPTR || const_is_null_pointer(e);
    if (type_is_record(to))
        return assign_compatible_records(s, from, to);
    return false;
}

static void assign_complain(Sema *s, const Expr *e, const Type *to, const AssignContext *c)
{
    const char *a = SPELL(s, to), *b = SPELL(s, e->type);
    if (type_is_void(e->type)) {
        sema_error(s, span_of(e), "this expression has type `void`, so there is no value to use");
        return;
    }
    switch (c->what) {
    case ASSIGN_ASSIGN:
        sema_error(s, span_of(e), "assigning to `%s` from incompatible type `%s`", a, b);
        return;
    case ASSIGN_INIT:
        sema_error(s, span_of(e), "initialising `%s` with an expression of incompatible type `%s`",
                   a, b);
        return;
    case ASSIGN_RETURN:
        sema_error(s, span_of(e),
                   "returning `%s` from a function with incompatible result type `%s`", b, a);
        return;
    case ASSIGN_PASS:
        sema_error_note(s, e->begin, c->note, "the parameter is declared here",
                        "passing `%s` to a parameter of incompatible type `%s`", b, a);
        return;
    }
}

/* GNU: an argument for a transparent union is converted to its first member that takes it. */
static Expr *convert_transparent(Sema *s, Expr *e, const Type *t)
{
    const Record *r = t->canon->u.record;
    const Type *best = NULL;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Type *f = r->fields[i].type;
        if (f->canon == e->type->canon) {
            best = f;
            break;
        }
        if (best || f->kind != TYPE_POINTER)
            continue;
        if (const_is_null_pointer(e) ||
            (e->type->kind == TYPE_POINTER && convert_kind(s, e->type, f) != CONVERT_PTR))
            best = f;
    }
    if (!best)
        return NULL;
    return convert_node(s, CONVERT_UNION, convert_to(s, e, best), type_unqualified(s->types, t));
}

bool expr_is_any_result(const Expr *e)
{
    return e->kind == EXPR_CALL && e->u.call.builtin &&
           (builtin_flags((BuiltinId)e->u.call.builtin) & BF_ANY_RESULT);
}

static Symbol *function_named(const Expr *e)
{
    while (e->kind == EXPR_CONVERT || (e->kind == EXPR_UNARY && e->op == UN_ADDR))
        e = e->kind == EXPR_CONVERT ? e->u.cast.operand : e->u.unary.operand;
    Symbol *sym = e->kind == EXPR_IDENT ? e->u.ident.sym : NULL;
    return sym && sym->kind == SYM_FUNCTION ? sym : NULL;
}

void convert_note_meeting(Sema *s, const Expr *e, const Type *t)
{
    const Type *from = e->type;
    if (from->kind != TYPE_POINTER || from->elem->kind != TYPE_FUNCTION ||
        t->kind != TYPE_POINTER || t->elem->kind != TYPE_FUNCTION || from->elem == t->elem ||
        s->unevaluated)
        return;
    VEC_PUSH(s->tree, &s->meetings,
             ((FnMeeting){.sym = function_named(e),
                          .in = s->fs ? s->fs->fn : NULL,
                          .from = from->elem,
                          .to = t->elem,
                          .at = span_of(e),
                          .misfit = !type_compatible(s->types, from->elem, t->elem)}));
}

Expr *convert_assign(Sema *s, Expr *e, const Type *t, const AssignContext *c)
{
    if (is_error(e->type) || is_error(t))
        return e;
    if (t->quals)
        t = type_unqualified(s->types, t);
    if (e->type->canon == t->canon && !type_is_void(t))
        return e;
    if (expr_is_any_result(e)) {
        e->type = t;
        return e;
    }
    if (t->kind == TYPE_UNION && t->canon->u.record->transparent && c->what == ASSIGN_PASS &&
        !assign_compatible_records(s, e->type, t)) {
        Expr *u = convert_transparent(s, e, t);
        if (u)
            return u;
    }
    if (!assign_ok(s, e, t)) {
        assign_complain(s, e, t, c);
        return expr_error(s, e);
    }
    if (t->kind == TYPE_VECTOR && e->type->kind != TYPE_VECTOR &&
        type_bytes(e->type) != type_bytes(t))
        e = convert_to(s, e, t->elem);
    convert_note_meeting(s, e, t);
    return convert_to(s, e, t);
}
