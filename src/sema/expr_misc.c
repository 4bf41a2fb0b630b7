/* sema/expr_misc.c - casts, compound literals, sizeof and its kin, _Generic, statement
 * expressions, offsetof, the built-ins that take types.
 *
 * What comes in: the node. What goes out: the node with its type; where it is an integer constant
 * (sizeof, offsetof, types_compatible_p), is_const and the value; CHOOSE and GENERIC keep what
 * was not chosen, but say what was. */
#include "sema/sema_internal.h"

/* ---- casts --------------------------------------------------------------------------------- */

/* GNU: a cast to a union puts the value into the first member of that type. */
static Expr *cast_union(Sema *s, Expr *e, const Type *t)
{
    const Record *r = t->canon->u.record;
    Expr *o = e->u.cast.operand;
    bool unknown = false;
    for (uint32_t i = 0; i < r->field_count; i++) {
        unknown |= is_error(r->fields[i].type);
        if (is_error(r->fields[i].type) ||
            !type_compatible(s->types, type_unqualified(s->types, r->fields[i].type),
                             type_unqualified(s->types, o->type)))
            continue;
        e->op = CONVERT_UNION;
        return e;
    }
    if (!unknown)
        sema_error(s, span_of(e), "cast to `%s`, which has no member of type `%s`", SPELL(s, t),
                   SPELL(s, o->type));
    return expr_error(s, e);
}

/* C23 6.5.5: scalars to scalars, anything to void; vectors to what has their size. */
static bool cast_allowed(Sema *s, const Type *from, const Type *to)
{
    bool float_a = type_is_floating(from) || from->kind == TYPE_COMPLEX;
    bool float_b = type_is_floating(to) || to->kind == TYPE_COMPLEX;
    if (to->kind == TYPE_VECTOR || from->kind == TYPE_VECTOR)
        return type_bytes(from) == type_bytes(to) && !type_is_record(from) && !type_is_record(to);
    if (type_is_record(to))
        return assign_compatible_records(s, from, to);
    if (!type_is_scalar(from) || !type_is_scalar(to))
        return false;
    if (to->kind == TYPE_NULLPTR && from->kind != TYPE_NULLPTR)
        return false;
    return !(float_a && to->kind == TYPE_POINTER) && !(float_b && from->kind == TYPE_POINTER);
}

static Expr *cast_void(Sema *s, Expr *e)
{
    e->u.cast.operand = expr_discard(s, e->u.cast.operand);
    if (is_error(e->u.cast.operand->type))
        return expr_error(s, e);
    e->op = CONVERT_VOID;
    return e;
}

Expr *expr_cast(Sema *s, Expr *e)
{
    const Type *t = type_name_type(s, e->u.cast.type);
    e->type = t->quals && !is_error(t) ? type_unqualified(s->types, t) : t;
    if (type_is_void(t))
        return cast_void(s, e);
    Expr *o = expr_rvalue(s, e->u.cast.operand);
    e->u.cast.operand = o;
    if (is_error(t) || is_error(o->type)) {
        sema_mark_broken(s);
        return expr_error(s, e);
    }
    if (expr_is_any_result(o))
        o->type = e->type;
    if (t->kind == TYPE_UNION && o->type->canon != t->canon)
        return cast_union(s, e, t);
    if (!cast_allowed(s, o->type, t)) {
        sema_error(s, span_of(e), "`%s` can't be cast to `%s`", SPELL(s, o->type), SPELL(s, t));
        return expr_error(s, e);
    }
    ConvertKind k = convert_kind(s, o->type, e->type);
    if (t->kind == TYPE_POINTER && const_is_null_pointer(o))
        k = CONVERT_NULL;
    convert_note_meeting(s, o, e->type);
    e->op = (uint8_t)k;
    const_fold(s->unit, e);
    return e;
}

Expr *expr_compound_literal(Sema *s, Expr *e)
{
    enum { STORAGE = SPEC_CONSTEXPR | SPEC_REGISTER | SPEC_STATIC | SPEC_THREAD }; /* C23 6.5.3.6 */
    bool c23 = s->unit->dialect && s->unit->dialect->std >= STD_C23;
    const Type *t = type_name_storage(s, e->u.cast.type, c23 ? STORAGE : 0);
    e->type = t;
    e->is_lvalue = 1;
    if (is_error(t)) {
        sema_mark_broken(s);
        return expr_error(s, e);
    }
    bool unknown_array = t->kind == TYPE_ARRAY && t->incomplete && !t->vla;
    if (!unknown_array && !type_is_complete(t) && !(type_is_vla(t))) {
        sema_error(s, span_of(e), "a compound literal can't have the incomplete type `%s`",
                   SPELL(s, t));
        return expr_error(s, e);
    }
    if (type_is_vla(t) && e->u.cast.operand->u.init.count) {
        sema_error(s, span_of(e), "a compound literal can't have the variable size of `%s`",
                   SPELL(s, t));
        return expr_error(s, e);
    }
    e->type = init_object(s, t, &e->u.cast.operand, !s->fs);
    return e;
}

/* ---- sizeof, _Alignof ---------------------------------------------------------------------- */
static Expr *size_of_type(Sema *s, Expr *e, const Type *t)
{
    e->type = size_type(s);
    if (is_error(t))
        return expr_error(s, e);
    if (type_is_void(t) || t->kind == TYPE_FUNCTION)
        return expr_set_const(e, 1); /* GNU */
    if (type_is_vla(t))
        return e; /* a run-time value */
    if (!type_is_complete(t)) {
        sema_error(s, span_of(e), "`sizeof` is applied to the incomplete type `%s`%s", SPELL(s, t),
                   suggest_tag(s, t));
        return expr_error(s, e);
    }
    return expr_set_const(e, type_bytes(t));
}

static Expr *align_of_type(Sema *s, Expr *e, const Type *t, uint32_t object)
{
    e->type = size_type(s);
    if (is_error(t))
        return expr_error(s, e);
    if (type_is_void(t) || t->kind == TYPE_FUNCTION)
        return expr_set_const(e, 1);
    const Type *base = t;
    while (base->kind == TYPE_ARRAY)
        base = base->elem;
    if (!type_is_complete(base)) {
        sema_error(s, span_of(e), "`_Alignof` is applied to the incomplete type `%s`", SPELL(s, t));
        return expr_error(s, e);
    }
    uint32_t align = type_alignof(s->types, base, e->op != ALIGNOF_GNU);
    return expr_set_const(e, object ? object : align);
}

/* What alignment the object or field itself asks for. */
static uint32_t object_align(const Sema *s, const Expr *o)
{
    if (o->kind == EXPR_IDENT && o->u.ident.sym)
        return o->u.ident.sym->align;
    if (o->kind != EXPR_MEMBER || !o->u.member.field)
        return 0;
    uint32_t a = attr_alignment(s->types, o->u.member.field->attrs);
    return o->u.member.field->align > a ? o->u.member.field->align : a;
}

Expr *expr_sizeof(Sema *s, Expr *e)
{
    if (e->kind == EXPR_SIZEOF_TYPE)
        return size_of_type(s, e, type_name_type(s, e->u.cast.type));
    if (e->kind == EXPR_ALIGNOF_TYPE)
        return align_of_type(s, e, type_name_type(s, e->u.cast.type), 0);
    s->unevaluated++;
    Expr *o = expr_check(s, e->u.unary.operand);
    s->unevaluated--;
    e->u.unary.operand = o;
    if (o->flags & EXPR_FLAG_BIT_FIELD) {
        sema_error(s, span_of(e), "a bit-field has no size or alignment of its own");
        return expr_error(s, e);
    }
    if (e->kind == EXPR_ALIGNOF_EXPR)
        return align_of_type(s, e, o->type, object_align(s, o));
    return size_of_type(s, e, o->type);
}

/* ---- _Generic ------------------------------------------------------------------------------ */
static bool association_matches(Sema *s, const Type *t, const Type *control)
{
    return (t->quals & QUAL_C_MASK) == (control->quals & QUAL_C_MASK) &&
           type_compatible(s->types, t, control);
}

/* C23 6.5.2.1: exactly one association is chosen, by the type of the control's value. */
static const Type *generic_control(Sema *s, Expr *e)
{
    if (e->u.generic.control_type)
        return type_name_type(s, e->u.generic.control_type);
    s->unevaluated++;
    Expr *x = e->u.generic.control = expr_rvalue(s, e->u.generic.control);
    s->unevaluated--;
    bool read = x->kind == EXPR_CONVERT && x->op == CONVERT_LVALUE;
    const Type *own = read ? convert_bit_field_type(s, x->u.cast.operand) : NULL;
    return own ? own : x->type;
}

Expr *expr_generic(Sema *s, Expr *e)
{
    GenericAssoc *chosen = NULL, *fallback = NULL;
    const Type *control = generic_control(s, e);
    if (is_error(control))
        return expr_error(s, e);
    for (uint32_t i = 0; i < e->u.generic.count; i++) {
        GenericAssoc *a = &e->u.generic.assocs[i];
        if (!a->type) {
            if (fallback)
                sema_error_note(s, a->loc, fallback->loc, "the first one is here",
                                "`_Generic` has two default associations");
            fallback = a;
            continue;
        }
        const Type *t = type_name_type(s, a->type);
        if (is_error(t))
            return expr_error(s, e);
        if (!association_matches(s, t, control))
            continue;
        if (chosen)
            sema_error_note(s, a->loc, chosen->loc, "the first one is here",
                            "two associations of `_Generic` have compatible types");
        else
            chosen = a;
    }
    if (!chosen)
        chosen = fallback;
    if (!chosen) {
        sema_error(s, span_of(e->u.generic.control ? e->u.generic.control : e),
                   "`_Generic` has no association for the type `%s`", SPELL(s, control));
        return expr_error(s, e);
    }
    for (uint32_t i = 0; i < e->u.generic.count; i++) {
        GenericAssoc *a = &e->u.generic.assocs[i];
        if (a == chosen) {
            a->value = expr_check(s, a->value);
            continue;
        }
        s->unevaluated++;
        a->value = expr_check(s, a->value);
        s->unevaluated--;
    }
    Expr *v = chosen->value;
    e->u.generic.chosen = v;
    if (is_error(v->type))
        return expr_error(s, e);
    e->type = v->type;
    e->is_lvalue = v->is_lvalue;
    if (v->is_const)
        expr_set_const(e, v->value);
    return e;
}

/* ---- ({ ... }) ----------------------------------------------------------------------------- */
/* Empty statements at the end do not count: they are cut off. */
static Stmt *last_statement(Stmt *body)
{
    Stmt *last = NULL;
    for (Stmt *st = body->kind == STMT_COMPOUND ? body->u.body : NULL; st; st = st->next)
        if (st->kind != STMT_NULL)
            last = st;
    if (last)
        last->next = NULL;
    while (last && last->kind == STMT_LABEL && last->u.label.body)
        last = last->u.label.body;
    return last;
}

/* GNU: the value is that of the last expression statement, else void. */
Expr *expr_stmt_expr(Sema *s, Expr *e)
{
    Stmt *body = e->u.stmt_expr.body;
    if (!s->fs) {
        sema_error(s, span_of(e), "a statement expression stands outside any function");
        return expr_error(s, e);
    }
    Stmt *last = last_statement(body), *outer = s->value_stmt;
    bool in_for = s->in_for;
    s->value_stmt = last;
    s->in_for = false;
    const VmScope *vm = s->fs->vm;
    VmScope *inside = ARENA_NEW(s->tree, VmScope);
    *inside = (VmScope){.outer = vm, .loc = e->begin, .is_expr = true};
    s->fs->vm = inside;
    stmt_block(s, body->u.body);
    s->fs->vm = vm;
    s->in_for = in_for;
    s->value_stmt = outer;
    e->type = basic(s, TYPE_VOID);
    if (last && last->kind == STMT_EXPR && last->u.expr) {
        e->type = last->u.expr->type;
        if (is_error(e->type))
            return expr_error(s, e);
        e->type = type_unqualified(s->types, e->type);
    }
    return e;
}

/* ---- offsetof ------------------------------------------------------------------------------ */

/* One step of the path; NULL after an error. *constant: cleared where the offset isn't known. */
static const Type *offset_field(Sema *s, const Designator *d, const Type *t, uint64_t *offset,
                                bool *constant)
{
    const Field *path[16];
    if (!type_is_record(t) || !type_is_complete(t)) {
        if (!is_error(t))
            sema_error_at(s, d->loc, "`offsetof` asks for a member of `%s`, which has none known",
                          SPELL(s, t));
        return NULL;
    }
    uint32_t len = record_find(t->canon->u.record, d->field, path);
    if (!len) {
        Name like = suggest_field(s, t->canon->u.record, d->field);
        sema_error_at(s, d->loc,
                      like ? "`%s` has no member called `%s`; did you mean `%s`?"
                           : "`%s` has no member called `%s`",
                      SPELL(s, t), d->field->text, NAME_TEXT(like));
        return NULL;
    }
    for (uint32_t i = 0; i < len; i++) {
        *offset += path[i]->offset;
        *constant &= !path[i]->segment;
    }
    if (path[len - 1]->is_bit_field) {
        sema_error_at(s, d->loc, "`offsetof` of the bit-field `%s`", d->field->text);
        return NULL;
    }
    return path[len - 1]->type;
}

Expr *expr_offsetof(Sema *s, Expr *e)
{
    const Type *t = type_name_type(s, e->u.offset.type);
    uint64_t offset = 0;
    bool constant = true;
    for (Designator *d = e->u.offset.path; d; d = d->next) {
        if (d->field) {
            t = offset_field(s, d, t, &offset, &constant);
            if (!t)
                return expr_error(s, e);
            continue;
        }
        if (is_error(t))
            return expr_error(s, e);
        if (t->kind != TYPE_ARRAY && t->kind != TYPE_POINTER) {
            sema_error_at(s, d->loc, "`offsetof` subscripts `%s`, which is no array", SPELL(s, t));
            return expr_error(s, e);
        }
        i128 index;
        t = t->elem;
        constant &= !type_is_vla(t);
        if (expr_const_int(s, &d->lo, &index))
            offset += (uint64_t)index * type_bytes(t);
        else if (is_error(d->lo->type))
            return expr_error(s, e);
        else
            constant = false; /* GNU: computed at run time */
    }
    e->type = size_type(s);
    return constant ? expr_set_const(e, offset) : e;
}

/* ---- what takes types ---------------------------------------------------------------------- */
bool expr_is_va_list(Sema *s, const Expr *o, const char *user)
{
    const Type *list = type_va_list(s->types);
    if (o->type && o->type->alias && !strcmp(o->type->alias->text, "__builtin_ms_va_list"))
        return true;
    const Type *want = list->kind == TYPE_ARRAY ? type_pointer(s->types, list->elem) : list;
    if (o->kind != EXPR_TYPE && type_compatible(s->types, type_unqualified(s->types, o->type),
                                                type_unqualified(s->types, want)))
        return true;
    sema_error(s, span_of(o), "an argument of `%s` has type `%s`, not `va_list`", user,
               SPELL(s, o->type));
    return false;
}

static Expr *check_va_arg(Sema *s, Expr *e)
{
    const Type *t = type_name_type(s, e->u.cast.type);
    Expr *o = expr_check(s, e->u.cast.operand);
    if (o->type->kind == TYPE_ARRAY)
        o = convert_lvalue(s, o);
    e->u.cast.operand = o;
    if (is_error(t) || is_error(o->type))
        return expr_error(s, e);
    if (!type_is_complete(t)) {
        sema_error(s, span_of(e), "`va_arg` asks for the incomplete type `%s`", SPELL(s, t));
        return expr_error(s, e);
    }
    if (!expr_is_va_list(s, o, "va_arg"))
        return expr_error(s, e);
    e->type = type_unqualified(s->types, t);
    if (t->kind == TYPE_ARRAY)
        e->type = t;
    return e;
}

static Expr *check_choose(Sema *s, Expr *e)
{
    i128 v;
    if (!expr_const_int(s, &e->u.cond.cond, &v)) {
        if (!is_error(e->u.cond.cond->type))
            sema_error(s, span_of(e->u.cond.cond),
                       "the first argument of `__builtin_choose_expr` is no constant");
        return expr_error(s, e);
    }
    expr_set_const(e->u.cond.cond, (u128)v);
    Expr **chosen = v ? &e->u.cond.then : &e->u.cond.other;
    Expr **left = v ? &e->u.cond.other : &e->u.cond.then;
    s->unevaluated++;
    *left = expr_check(s, *left);
    s->unevaluated--;
    *chosen = expr_check(s, *chosen);
    if (is_error((*chosen)->type))
        return expr_error(s, e);
    e->type = (*chosen)->type;
    e->is_lvalue = (*chosen)->is_lvalue;
    if ((*chosen)->is_const)
        expr_set_const(e, (*chosen)->value);
    return e;
}

static Expr *check_reinterpret(Sema *s, Expr *e)
{
    const Type *t = type_name_type(s, e->u.cast.type);
    Expr *o = expr_rvalue(s, e->u.cast.operand);
    e->u.cast.operand = o;
    if (is_error(t) || is_error(o->type))
        return expr_error(s, e);
    bool vectors = t->kind == TYPE_VECTOR && o->type->kind == TYPE_VECTOR &&
                   t->u.array.count == o->type->u.array.count;
    if (e->kind == EXPR_CONVERTVECTOR ? !vectors : type_bytes(t) != type_bytes(o->type)) {
        sema_error(s, span_of(e), "`%s` can't be converted to `%s` this way", SPELL(s, o->type),
                   SPELL(s, t));
        return expr_error(s, e);
    }
    e->type = type_unqualified(s->types, t);
    return e;
}

static Expr *check_types_compatible(Sema *s, Expr *e)
{
    const Type *a = type_name_type(s, e->u.types.a), *b = type_name_type(s, e->u.types.b);
    if (is_error(a) || is_error(b))
        return expr_error(s, e);
    e->type = int_type(s);
    bool same =
        type_compatible(s->types, type_unqualified(s->types, a), type_unqualified(s->types, b));
    return expr_set_const(e, same);
}

Expr *expr_types(Sema *s, Expr *e)
{
    if (e->kind == EXPR_VA_ARG)
        return check_va_arg(s, e);
    if (e->kind == EXPR_CHOOSE)
        return check_choose(s, e);
    if (e->kind == EXPR_TYPES_COMPATIBLE)
        return check_types_compatible(s, e);
    if (e->kind == EXPR_TYPE) {
        e->type = type_name_type(s, e->u.cast.type);
        return e;
    }
    return check_reinterpret(s, e);
}
