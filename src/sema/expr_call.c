/* sema/expr_call.c - calls: of functions, of built-ins, of names that nobody declared.
 *
 * What comes in: a call node. What goes out: a callee that is a pointer to a function (or a
 * built-in's name, u.call.builtin set), arguments converted as if by assignment to the
 * parameters (C23 6.5.3.3p2), the rest promoted.
 *
 *     strlen(s)      CALL(DECAY(IDENT strlen), NOOP const char *(LVALUE s)) */
#include "sema/sema_internal.h"

static void check_count(Sema *s, const Expr *e, const char *name, Loc decl, uint32_t want,
                        bool more)
{
    uint32_t got = e->u.call.count;
    const char *few = got < want ? "few" : "many";
    Span at = got > want ? (Span){e->u.call.args[want]->begin, e->u.call.args[got - 1]->end}
                         : span_at(e->end);
    sema_error_note(s, at.begin, decl, "it is declared here",
                    "too %s arguments for `%s`: %u given, %s%u wanted", few, name, (unsigned)got,
                    more ? "at least " : "", (unsigned)want);
}

static const char *callee_name(const Expr *callee)
{
    const Symbol *sym = expr_symbol(callee);
    return sym && sym->name ? sym->name->text : "the function";
}

static Loc callee_loc(const Expr *callee)
{
    const Symbol *sym = expr_symbol(callee);
    return sym ? sym->loc : LOC_NONE;
}

/* Only builtins' arguments can be types to the parser, and only few of them take one. */
static bool is_stray_type(Sema *s, const Expr *a)
{
    if (a->kind == EXPR_TYPE)
        sema_error(s, span_of(a), "a type stands where an argument is expected");
    return a->kind == EXPR_TYPE;
}

/* Arguments against the type of the function; false when an argument is wrong. */
static bool arguments(Sema *s, Expr *e, const Type *f)
{
    const Expr *callee = e->u.call.callee;
    uint32_t n = f->u.fn.has_proto ? f->u.fn.count : 0;
    bool ok = true;
    for (uint32_t i = 0; i < e->u.call.count; i++) {
        Expr *a = e->u.call.args[i];
        if (is_stray_type(s, a))
            a = expr_error(s, a);
        a = expr_rvalue(s, a);
        if (is_error(a->type))
            ok = false;
        else if (i < n) {
            AssignContext c = {ASSIGN_PASS, f->u.fn.params[i].loc};
            a = convert_assign(s, a, f->u.fn.params[i].type, &c);
            if (is_error(a->type))
                ok = false;
        } else if (type_is_void(a->type)) {
            sema_error(s, span_of(a), "an argument of type `void` has no value to pass");
            ok = false;
        } else {
            a = convert_argument_default(s, a);
        }
        e->u.call.args[i] = a;
    }
    if (!f->u.fn.has_proto)
        return ok;
    if (e->u.call.count < n || (e->u.call.count > n && !f->u.fn.variadic)) {
        check_count(s, e, callee_name(callee), callee_loc(callee), n, f->u.fn.variadic);
        ok = false;
    }
    return ok;
}

/* ---- built-ins ----------------------------------------------------------------------------- */

static bool is_ms_va_list(const Expr *a, BuiltinId b)
{
    bool ms = b == BUILTIN_MS_VA_START || b == BUILTIN_MS_VA_END || b == BUILTIN_MS_VA_COPY;
    return ms && a->type->kind == TYPE_POINTER && a->type->elem->kind == TYPE_CHAR;
}

/* va_start & co: a va_list that is an array decays, any other is meant as an object. */
static bool va_arguments(Sema *s, Expr *e, BuiltinId b)
{
    bool ok = true;
    for (uint32_t i = 0; i < e->u.call.count; i++) {
        Expr *a = expr_check(s, e->u.call.args[i]);
        if (is_stray_type(s, a))
            return false;
        if (a->type->kind == TYPE_ARRAY)
            a = convert_lvalue(s, a);
        else if (a->kind == EXPR_IDENT && a->u.ident.sym)
            a->u.ident.sym->address_taken |= i == 0;
        if (is_error(a->type) || ((i == 0 || b == BUILTIN_VA_COPY) && !is_ms_va_list(a, b) &&
                                  !expr_is_va_list(s, a, builtin_name(b))))
            ok = false;
        e->u.call.args[i] = a;
    }
    e->type = basic(s, TYPE_VOID);
    return ok;
}

/* The last one is the parameter before `...`; C23 doesn't want it. */
static bool va_count_ok(Sema *s, const Expr *e, BuiltinId b)
{
    uint32_t n = e->u.call.count;
    uint32_t want = b == BUILTIN_VA_COPY ? 2 : 1;
    if (n == want || (n == 2 && b != BUILTIN_VA_END))
        return true;
    check_count(s, e, builtin_name(b), LOC_NONE, want, false);
    return false;
}

static bool builtin_count_ok(Sema *s, const Expr *e, BuiltinId b)
{
    uint32_t min, max;
    builtin_arity(b, &min, &max);
    if (e->u.call.count >= min && e->u.call.count <= max)
        return true;
    check_count(s, e, builtin_name(b), LOC_NONE, e->u.call.count < min ? min : max, false);
    return false;
}

/* __builtin_add_overflow(a, b, &r): integers, and where the sum goes. */
static bool overflow_arguments_ok(Sema *s, const Expr *e, BuiltinId b, const Type *const *types)
{
    bool stores =
        b == BUILTIN_ADD_OVERFLOW || b == BUILTIN_SUB_OVERFLOW || b == BUILTIN_MUL_OVERFLOW;
    if (!stores && b != BUILTIN_ADD_OVERFLOW_P && b != BUILTIN_SUB_OVERFLOW_P &&
        b != BUILTIN_MUL_OVERFLOW_P)
        return true;
    const Type *r = stores && types[2]->kind == TYPE_POINTER ? types[2]->elem : types[2];
    if (type_is_integer(types[0]) && type_is_integer(types[1]) && type_is_integer(r) &&
        stores == (types[2]->kind == TYPE_POINTER) && !(r->quals & QUAL_CONST))
        return true;
    sema_error(s, span_of(e), "`%s` wants two integers and %s", builtin_name(b),
               stores ? "a pointer to an integer" : "a third one");
    return false;
}

static bool named_in(const Attr *list, Name name)
{
    for (const Attr *a = list; a; a = a->next)
        if (a->name == name)
            return true;
    return false;
}

/* __builtin_has_attribute(type or expression, aligned (8)): the second operand is no expression. */
static Expr *has_attribute(Sema *s, Expr *e)
{
    Expr *what = expr_check(s, e->u.call.args[0]), *a = e->u.call.args[1];
    Name name = a->kind == EXPR_IDENT ? a->u.ident.name : NULL;
    if (a->kind == EXPR_CALL && a->u.call.callee->kind == EXPR_IDENT)
        name = a->u.call.callee->u.ident.name;
    e->u.call.args[0] = what;
    e->u.call.count = 1;
    e->type = int_type(s);
    if (is_error(what->type) || !name)
        return expr_error(s, e);
    if (name->len > 4 && !strncmp(name->text, "__", 2))
        name = names_intern(s->unit->names, name->text + 2, name->len - 4);
    const Symbol *sym = what->kind == EXPR_TYPE ? NULL : expr_symbol(what);
    const Type *t = what->type;
    bool has = sym && named_in(sym->attrs, name);
    if (type_is_record(t))
        has |= named_in(t->canon->u.record->attrs, name);
    if (t->kind == TYPE_FUNCTION)
        has |= named_in(t->u.fn.attrs, name);
    return expr_set_const(e, has);
}

static Expr *generic_builtin(Sema *s, Expr *e, BuiltinId b)
{
    uint32_t n = e->u.call.count;
    const Type **types = ARENA_ARRAY(s->arena, const Type *, n + 1);
    bool ok = true;
    if (b == BUILTIN_HAS_ATTRIBUTE && n == 2)
        return has_attribute(s, e);
    for (uint32_t i = 0; i < n; i++) {
        Expr *a = expr_check(s, e->u.call.args[i]);
        if (a->kind != EXPR_TYPE)
            a = convert_lvalue(s, a);
        else if (b != BUILTIN_HAS_ATTRIBUTE && b != BUILTIN_CLASSIFY_TYPE)
            ok &= !is_stray_type(s, a);
        if (is_error(a->type))
            ok = false;
        e->u.call.args[i] = a;
        types[i] = a->type;
    }
    if (!ok || !builtin_count_ok(s, e, b) || !overflow_arguments_ok(s, e, b, types))
        return expr_error(s, e);
    for (uint32_t i = 0; i < n; i++) {
        const Type *want = builtin_param(s->types, b, types, n, i);
        AssignContext c = {ASSIGN_PASS, LOC_NONE};
        if (!want || is_error(want))
            continue;
        e->u.call.args[i] = convert_assign(s, e->u.call.args[i], want, &c);
        if (is_error(e->u.call.args[i]->type))
            return expr_error(s, e);
    }
    const Type *t = builtin_result(s->types, b, types, n);
    e->type = t ? type_unqualified(s->types, t) : int_type(s);
    if (is_error(e->type)) {
        sema_error(s, span_of(e), "`%s` can't be applied to arguments of these types",
                   builtin_name(b));
        return expr_error(s, e);
    }
    return e;
}

static void note_effects(Sema *s, BuiltinId b)
{
    uint32_t flags = builtin_flags(b);
    if (!s->fs || s->unevaluated)
        return;
    if (flags & BF_ALLOCA)
        s->fs->fn->uses_alloca = true;
    if (flags & BF_TWICE)
        s->fs->fn->calls_setjmp = true;
}

static Expr *builtin_call(Sema *s, Expr *e, BuiltinId b)
{
    const Type *f = builtin_type(s->types, b);
    uint32_t flags = builtin_flags(b);
    bool off = (flags & BF_UNEVALUATED) != 0;
    e->u.call.builtin = b;
    note_effects(s, b);
    if (flags & BF_VA)
        return va_arguments(s, e, b) && va_count_ok(s, e, b) ? e : expr_error(s, e);
    s->unevaluated += off;
    if (f) {
        e->type = f->elem;
        if (!arguments(s, e, f))
            e = expr_error(s, e);
    } else {
        e = generic_builtin(s, e, b);
    }
    s->unevaluated -= off;
    if (!is_error(e->type))
        const_fold(s->unit, e);
    return e;
}

/* ---- functions ----------------------------------------------------------------------------- */
static Expr *resolve_callee(Sema *s, Expr *callee)
{
    bool direct = callee->kind == EXPR_IDENT && !(callee->flags & EXPR_FLAG_PAREN);
    Name n = direct ? callee->u.ident.name : NULL;
    if (n && !callee->type && !scope_find(s, n) && builtin_lookup(s->types, n) == BUILTIN_NONE)
        decl_implicit_function(s, n, callee->begin);
    s->callee = callee->kind == EXPR_IDENT;
    callee = expr_check(s, callee);
    s->callee = false;
    return callee;
}

/* How well an argument fits a parameter: 0 exactly, UINT32_MAX not at all. */
static uint32_t fit(Sema *s, const Expr *a, const Type *p)
{
    const Type *t = a->type;
    if (is_error(t))
        return 0;
    if (t->canon == type_unqualified(s->types, p)->canon)
        return 0;
    if (type_is_integer(t) && type_promote(s->types, t)->canon == p->canon)
        return 1;
    if (type_is_floating(t) && type_is_floating(p))
        return p->size > t->size ? 2 : 4;
    if (type_is_arithmetic(t) && type_is_arithmetic(p))
        return 4;
    if (p->kind == TYPE_POINTER && (t->kind == TYPE_POINTER || const_is_null_pointer(a)))
        return t->kind == TYPE_POINTER && convert_kind(s, t, p) == CONVERT_NOOP ? 2 : 8;
    return UINT32_MAX;
}

static uint32_t fit_all(Sema *s, const Expr *e, const Type *f)
{
    uint32_t sum = 0, n = f->u.fn.count;
    if (e->u.call.count < n || (e->u.call.count > n && !f->u.fn.variadic))
        return UINT32_MAX;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t one = fit(s, e->u.call.args[i], f->u.fn.params[i].type);
        if (one == UINT32_MAX)
            return one;
        sum += one;
    }
    return sum + 100 * (e->u.call.count - n); /* those that `...` takes come last */
}

/* Clang's overloadable: the function of that name that fits the arguments best. */
static void choose_overload(Sema *s, Expr *e, Expr *name)
{
    Symbol *best = NULL;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 0; i < e->u.call.count; i++)
        e->u.call.args[i] = expr_rvalue(s, e->u.call.args[i]);
    for (Symbol *o = name->u.ident.sym; o; o = o->overload) {
        uint32_t f = o->type->kind == TYPE_FUNCTION ? fit_all(s, e, o->type) : UINT32_MAX;
        if (f < least) {
            least = f;
            best = o;
        }
    }
    if (!best)
        return; /* the usual complaint about the last one will do */
    if (!s->unevaluated)
        best->used = true;
    name->u.ident.sym = best;
    name->type = best->type;
}

/* The arguments of a call that can't be made are looked at all the same. */
static Expr *broken_call(Sema *s, Expr *e)
{
    for (uint32_t i = 0; i < e->u.call.count; i++)
        e->u.call.args[i] = expr_check(s, e->u.call.args[i]);
    return expr_error(s, e);
}

Expr *expr_call(Sema *s, Expr *e)
{
    Expr *callee = resolve_callee(s, e->u.call.callee);
    e->u.call.callee = callee;
    const Expr *name = expr_strip(callee);
    if (name->kind == EXPR_IDENT && name->u.ident.sym && name->u.ident.sym->kind == SYM_BUILTIN)
        return builtin_call(s, e, name->u.ident.sym->builtin);
    if (callee->kind == EXPR_IDENT && callee->u.ident.sym && callee->u.ident.sym->overload)
        choose_overload(s, e, callee);
    callee = convert_lvalue(s, callee);
    e->u.call.callee = callee;
    if (is_error(callee->type))
        return broken_call(s, e);
    const Type *t = callee->type;
    if (t->kind != TYPE_POINTER || t->elem->kind != TYPE_FUNCTION) {
        sema_error(s, span_of(callee), "the called object has type `%s`, which is no function",
                   SPELL(s, t));
        return broken_call(s, e);
    }
    const Type *f = t->elem;
    if (!arguments(s, e, f))
        return expr_error(s, e);
    const Type *r = f->elem;
    if (!type_is_void(r) && !is_error(r) && !type_is_complete(r)) {
        sema_error(s, span_of(e), "`%s` returns the incomplete type `%s`", callee_name(callee),
                   SPELL(s, r));
        return expr_error(s, e);
    }
    e->type = r->quals ? type_unqualified(s->types, r) : r;
    const Symbol *sym = expr_symbol(callee);
    if (sym && sym->builtin)
        note_effects(s, sym->builtin);
    if (sym && attr_find(sym->attrs, ATTR_RETURNS_TWICE) && s->fs && !s->unevaluated)
        s->fs->fn->calls_setjmp = true;
    return is_error(e->type) ? expr_error(s, e) : e;
}
