/* mir/lower_call.c - calls.
 *
 *     s = g(x, t)     _2 = load x; call s = g(_2, t)      an aggregate result goes to a place,
 *                                                         an aggregate argument is one
 *     exit(1)         call exit(1) [noreturn]; unreachable
 *
 * Built-in functions that are no functions at all (expect, constant_p ...) vanish here; others are
 * BUILTIN instructions. A built-in that was declared as a library function is a CALL. */
#include "mir/lower_internal.h"
#include "sema/builtin.h"

static Operand argument(Lower *l, const Expr *a)
{
    if (a->kind == EXPR_TYPE)
        return (Operand){0};
    if (type_is_void(a->type)) {
        lower_void(l, a);
        return (Operand){0};
    }
    if (a->type->kind == TYPE_STRUCT || a->type->kind == TYPE_UNION) {
        PlaceId p = lower_aggregate(l, a, NO_PLACE);
        return (Operand){.kind = OPERAND_PLACE, .index = p.i, .type = a->type};
    }
    return lower_value(l, a);
}

void lower_call_args(Lower *l, const Expr *e, Operand *args)
{
    for (uint32_t i = 0; i < e->u.call.count; i++)
        args[i] = argument(l, e->u.call.args[i]);
}

static Symbol *called_symbol(const Expr *callee)
{
    while ((callee->kind == EXPR_CONVERT || callee->kind == EXPR_CAST) &&
           callee->op == CONVERT_DECAY)
        callee = callee->u.cast.operand;
    if (callee->kind != EXPR_IDENT || !callee->u.ident.sym)
        return NULL;
    Symbol *sym = callee->u.ident.sym;
    return sym->kind == SYM_FUNCTION || sym->kind == SYM_BUILTIN ? sym : NULL;
}

/* void (*handler)(void) __attribute__((noreturn)): of a variable or a member, the attribute speaks
 * of the function it points to. */
static bool pointer_to_noreturn(const Expr *callee)
{
    while (callee->kind == EXPR_CONVERT || callee->kind == EXPR_CAST || callee->kind == EXPR_UNARY)
        callee =
            callee->kind == EXPR_UNARY ? callee->u.unary.operand : callee->u.cast.operand;
    if (callee->kind == EXPR_MEMBER)
        return callee->u.member.field && attr_find(callee->u.member.field->attrs, ATTR_NORETURN);
    return callee->kind == EXPR_IDENT && callee->u.ident.sym &&
           attr_find(callee->u.ident.sym->attrs, ATTR_NORETURN);
}

/* C23 7.13.2: setjmp and its relatives come back a second time. */
static bool returns_twice(const Symbol *sym)
{
    static const char *const names[] = {"setjmp",  "_setjmp", "sigsetjmp", "__sigsetjmp",
                                        "savectx", "vfork",   "getcontext"};
    if (!sym || !sym->name)
        return false;
    if (attr_find(sym->attrs, ATTR_RETURNS_TWICE))
        return true;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (!strcmp(sym->name->text, names[i]))
            return true;
    return false;
}

static void no_return(Lower *l, Span span)
{
    lower_end(l,
              (Term){.kind = TERM_UNREACHABLE, .then = NO_BLOCK, .other = NO_BLOCK, .span = span});
}

static BuiltinId called_builtin(const Expr *e, const Symbol *sym)
{
    return (BuiltinId)(e->u.call.builtin ? e->u.call.builtin : sym->builtin);
}

static const Span *argument_spans(Lower *l, const Expr *e)
{
    Span *spans = ARENA_ARRAY(l->arena, Span, e->u.call.count);
    for (uint32_t i = 0; i < e->u.call.count; i++)
        spans[i] = span_of(e->u.call.args[i]);
    return spans;
}

Operand lower_call(Lower *l, const Expr *e, bool want, PlaceId dest)
{
    Symbol *sym = called_symbol(e->u.call.callee);
    bool builtin =
        sym && (sym->kind == SYM_BUILTIN || (builtin_flags(called_builtin(e, sym)) & BF_ALLOCA));
    if (builtin)
        return lower_builtin(l, e, sym, want, dest);
    Operand fn = lower_value(l, e->u.call.callee);
    const Type *type = fn.type && fn.type->kind == TYPE_POINTER ? fn.type->elem : NULL;
    if (!type || type->kind != TYPE_FUNCTION)
        BUG(l->arena, "a call of what is no function");
    Operand *args = ARENA_ARRAY(l->arena, Operand, e->u.call.count);
    lower_call_args(l, e, args);
    LocalId dst = NO_LOCAL;
    bool aggregate = lower_is_aggregate(e->type);
    if (want && !aggregate && !type_is_void(e->type))
        dst = lower_temp(l, e->type, span_of(e));
    if (want && aggregate && !place_is(dest))
        dest = lower_aggregate_temp(l, e->type, span_of(e));
    Inst *in = lower_emit(l, INST_CALL, span_of(e));
    in->x = fn;
    in->args = args;
    in->arg_count = e->u.call.count;
    in->arg_spans = argument_spans(l, e);
    in->type = type;
    in->dst = dst;
    in->a = dest;
    if (!want && l->answered)
        in->flags |= INST_VOID_CAST;
    if (returns_twice(sym))
        in->flags |= INST_RETURNS_TWICE;
    if ((sym && sym->noreturn) || attr_find(type->u.fn.attrs, ATTR_NORETURN) ||
        pointer_to_noreturn(e->u.call.callee)) {
        if (lower_may_escape(l)) {
            lower_escape_check(l, false, span_of(e));
        } else {
            in->flags |= INST_NORETURN;
            no_return(l, span_of(e));
        }
    } else if (lower_may_escape(l)) {
        lower_escape_check(l, true, span_of(e));
    }
    return local_is(dst) ? lower_temp_operand(l, dst) : (Operand){0};
}

/* ---- built-in functions --------------------------------------------------------------------- */

/* A va_list is an array of one, a struct or a pointer, and it may be a parameter: an array there
 * has become a pointer to the list already. */
Operand lower_va_list(Lower *l, const Expr *e)
{
    Types *ts = l->unit->types;
    const Expr *x = e;
    while ((x->kind == EXPR_CONVERT || x->kind == EXPR_CAST) && x->u.cast.operand->is_lvalue &&
           (x->op == CONVERT_LVALUE || x->op == CONVERT_DECAY || x->op == CONVERT_NOOP))
        x = x->u.cast.operand;
    if (x->kind == EXPR_UNARY && x->op == UN_ADDR && l->unit->target->va_list_kind != 1)
        return lower_value(l, x);
    if (x->type->kind == TYPE_ARRAY)
        return lower_address(l, lower_place(l, x), type_pointer(ts, x->type->elem), span_of(e));
    if (!x->is_lvalue)
        return lower_value(l, x);
    if (l->unit->target->va_list_kind == 1 && x->type->kind == TYPE_POINTER)
        return lower_value(l, x);
    return lower_address(l, lower_place(l, x), type_pointer(ts, x->type), span_of(e));
}

/* __checked(a && b) is two checks; what holds afterwards is known part by part. */
static void check(Lower *l, const Expr *e)
{
    if (e->kind == EXPR_BINARY && e->op == BIN_LAND && !e->is_const) {
        check(l, e->u.binary.lhs);
        check(l, e->u.binary.rhs);
        return;
    }
    Operand v = lower_value(l, e);
    lower_emit(l, INST_CHECK, span_of(e))->x = v;
}

static bool is_transparent(BuiltinId b)
{
    return b == BUILTIN_EXPECT || b == BUILTIN_EXPECT_WITH_PROBABILITY ||
           b == BUILTIN_UNPREDICTABLE || b == BUILTIN_ASSUME_ALIGNED || b == BUILTIN_LAUNDER ||
           b == BUILTIN_SPECULATION_SAFE_VALUE || b == BUILTIN_PRESERVE_ACCESS_INDEX ||
           b == BUILTIN_ARITHMETIC_FENCE || b == BUILTIN_FENCE_ASSOC;
}

/* The value of the first argument; the others are evaluated and forgotten. */
static Operand transparent(Lower *l, const Expr *e)
{
    Operand v = lower_value(l, e->u.call.args[0]);
    for (uint32_t i = 1; i < e->u.call.count; i++)
        lower_void(l, e->u.call.args[i]);
    if (v.kind != OPERAND_NONE && !type_is_void(e->type) && v.type->canon != e->type->canon)
        v = lower_convert_auto(l, v, e->type, span_of(e));
    return v;
}

/* Questions to the optimiser, answered as a compiler does that knows nothing. */
static Operand unevaluated(Lower *l, const Expr *e, BuiltinId b)
{
    i128 v = 0;
    if (e->is_const)
        return lower_int(l, e->type, (i128)e->value);
    if ((b == BUILTIN_OBJECT_SIZE || b == BUILTIN_DYNAMIC_OBJECT_SIZE) && e->u.call.count == 2) {
        i128 mode = 0; /* modes 2 and 3 ask for the minimum */
        sema_const_int(e->u.call.args[1], &mode);
        v = mode & 2 ? 0 : -1;
    }
    return type_is_void(e->type) ? (Operand){0} : lower_int(l, e->type, v);
}

static uint32_t builtin_args(Lower *l, const Expr *e, BuiltinId b, Operand *args)
{
    if (!(builtin_flags(b) & BF_VA)) {
        lower_call_args(l, e, args);
        return e->u.call.count;
    }
    /* va_start's second argument only names a parameter; va_copy has two lists. */
    uint32_t n =
        b == BUILTIN_VA_COPY || b == BUILTIN_MS_VA_COPY || b == BUILTIN_SYSV_VA_COPY ? 2 : 1;
    if (n > e->u.call.count)
        n = e->u.call.count;
    for (uint32_t i = 0; i < n; i++)
        args[i] = lower_va_list(l, e->u.call.args[i]);
    return n;
}

Operand lower_builtin(Lower *l, const Expr *e, Symbol *callee, bool want, PlaceId dest)
{
    BuiltinId b = called_builtin(e, callee);
    uint32_t known = builtin_flags(b);
    bool aggregate = lower_is_aggregate(e->type);
    if (is_transparent(b) && e->u.call.count && !lower_is_aggregate(e->u.call.args[0]->type))
        return transparent(l, e);
    if (known & BF_UNEVALUATED)
        return unevaluated(l, e, b);
    if (b == BUILTIN_CORTEN_CHECKED && e->u.call.count) {
        check(l, e->u.call.args[0]);
        return (Operand){0};
    }
    Operand *args = ARENA_ARRAY(l->arena, Operand, e->u.call.count);
    uint32_t count = builtin_args(l, e, b, args);
    LocalId dst = NO_LOCAL;
    if (want && !aggregate && !type_is_void(e->type))
        dst = lower_temp(l, e->type, span_of(e));
    if (want && aggregate && !place_is(dest))
        dest = lower_aggregate_temp(l, e->type, span_of(e));
    Inst *in = lower_emit(l, INST_BUILTIN, span_of(e));
    in->args = args;
    in->arg_count = count;
    in->arg_spans = argument_spans(l, e);
    in->builtin = b;
    in->dst = dst;
    in->a = dest;
    if (b == BUILTIN_TARGET) /* the name is all that is known of it */
        in->x =
            (Operand){.kind = OPERAND_GLOBAL,
                      .sym = callee,
                      .type = type_pointer(l->unit->types, type_basic(l->unit->types, TYPE_VOID))};
    if (known & BF_TWICE)
        in->flags |= INST_RETURNS_TWICE;
    if (known & BF_NORETURN) {
        in->flags |= INST_NORETURN;
        no_return(l, span_of(e));
    }
    return local_is(dst) ? lower_temp_operand(l, dst) : (Operand){0};
}
