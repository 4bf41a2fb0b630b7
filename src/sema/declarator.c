/* sema/declarator.c - pointers, arrays and functions around a base type.
 *
 * What comes in: the base type and a Declarator, whose parts run from the name outwards. What
 * goes out: the type of the name. The one idea: build from the far end.
 *
 *     int *a[3]      parts ARRAY(3) -> POINTER; built int, int *, int *[3]
 *
 * The parameters of a function part are declared in a scope of their own; when the part belongs
 * to a definition that scope is kept, to be entered again by the body (C23 6.2.1p4). */
#include "sema/sema_internal.h"

static const Type *part_pointer(Sema *s, const Type *t, const DeclaratorPart *p)
{
    if (is_error(t))
        return t;
    t = type_pointer(s->types, t);
    const Attr *notes = p->attrs ? attrs_notes(s, p->attrs) : NULL;
    uint32_t align = p->attrs ? attr_alignment(s->types, p->attrs) : 0;
    if (notes || align)
        t = type_variant(s->types, t, NULL, notes, align);
    return p->quals ? type_qualified(s->types, t, p->quals) : t;
}

/* ---- arrays -------------------------------------------------------------------------------- */
static bool array_elem_ok(Sema *s, const Type *t, const DeclaratorPart *p, Name name)
{
    const char *what = name ? name->text : "this type";
    if (is_error(t))
        return false;
    if (t->kind == TYPE_FUNCTION) {
        sema_error_at(s, p->loc, "`%s` is declared as an array of functions", what);
        return false;
    }
    if (type_is_void(t) || (t->kind == TYPE_ARRAY && t->incomplete) ||
        (!type_is_complete(t) && t->kind != TYPE_ARRAY)) {
        if (t->kind == TYPE_ENUM)
            return true;
        sema_error_at(s, p->loc, "`%s` is an array of the incomplete type `%s`", what, SPELL(s, t));
        return false;
    }
    return true;
}

static const Type *array_of_constant(Sema *s, const Type *t, const Expr *size, i128 n, Name name)
{
    if (n < 0) {
        sema_error(s, span_of(size), "array `%s` has a negative size", NAME_TEXT(name));
        return basic(s, TYPE_ERROR);
    }
    if (t->size &&
        (u128)n > (((u128)1 << (s->target->by_kind[TYPE_POINTER].size * 8 - 1)) - 1) / t->size) {
        sema_error(s, span_of(size), "array `%s` is too large", NAME_TEXT(name));
        return basic(s, TYPE_ERROR);
    }
    return type_array(s->types, t, (uint64_t)n);
}

static const Type *part_array(Sema *s, const Type *t, DeclaratorPart *p, Name name)
{
    bool elem_ok = array_elem_ok(s, t, p, name);
    if ((p->is_star || p->quals || p->is_static) && !s->in_proto)
        sema_error_at(s, p->loc, "`%s` in the brackets of an array that is no parameter",
                      p->is_static ? "static"
                      : p->is_star ? "*"
                                   : "a qualifier");
    if (p->is_star && !p->size)
        return elem_ok ? type_array_vla(s->types, t, NULL) : basic(s, TYPE_ERROR);
    if (p->is_static && !p->size)
        sema_error_at(s, p->loc, "`static` in the brackets of an array needs a size");
    if (!p->size)
        return elem_ok ? type_array_unknown(s->types, t) : basic(s, TYPE_ERROR);
    if (!p->size->type)
        p->size = expr_rvalue(s, p->size);
    if (is_error(p->size->type) || !elem_ok)
        return basic(s, TYPE_ERROR);
    if (!type_is_integer(p->size->type)) {
        sema_error(s, span_of(p->size),
                   "the size of array `%s` has type `%s`, which is no integer type",
                   NAME_TEXT(name), SPELL(s, p->size->type));
        return basic(s, TYPE_ERROR);
    }
    i128 n;
    if (sema_const_int(p->size, &n)) {
        /* A huge unsigned size is not negative: is_const values are wrapped to their type. */
        return array_of_constant(s, t, p->size, n, name);
    }
    if (!s->fs && !s->in_proto) {
        ConstValue v; /* folded by both compilers at file scope, with a warning */
        if (const_eval(s->unit, p->size, &v) && v.kind == CONST_INT)
            return array_of_constant(s, t, p->size, v.i, name);
        if (!name) /* of a cast or sizeof: as in a function */
            return type_array_vla(s->types, t, p->size);
        sema_error(s, span_of(p->size), "the size of array `%s` must be a constant at file scope",
                   NAME_TEXT(name));
        return basic(s, TYPE_ERROR);
    }
    return type_array_vla(s->types, t, p->size);
}

static const Type *part_array_notes(Sema *s, const Type *t, const DeclaratorPart *p)
{
    const Attr *notes = p->attrs && !is_error(t) ? attrs_notes(s, p->attrs) : NULL;
    return notes ? type_variant(s->types, t, NULL, notes, 0) : t;
}

/* ---- functions ----------------------------------------------------------------------------- */

/* C23 6.7.7.4p6: parameters of array and function type become pointers. */
const Type *param_adjust(Sema *s, const Type *t)
{
    if (t->kind == TYPE_FUNCTION)
        return type_pointer(s->types, t);
    if (t->kind != TYPE_ARRAY)
        return t;
    const Type *p = type_pointer(s->types, t->elem);
    if (t->notes)
        p = type_variant(s->types, p, NULL, t->notes, 0);
    return p;
}

/* `(void)`: one unnamed parameter of type void. */
static bool params_are_void(Sema *s, const Param *p, const Type *t)
{
    (void)s;
    return p && !p->next && !p->declarator->name && !p->declarator->parts && type_is_void(t);
}

/* May an expression among the parameters name one of them? Most prototypes have none, and then
 * their parameters need no symbols. */
static bool params_have_expressions(const Param *p)
{
    for (; p; p = p->next) {
        const Specs *sp = p->specs;
        if (sp->base == BASE_TYPEOF_EXPR || sp->base == BASE_TYPEOF_TYPE ||
            sp->base == BASE_ATOMIC || sp->aligns || (sp->base == BASE_TAG && sp->tag->defined))
            return true;
        for (const DeclaratorPart *d = p->declarator->parts; d; d = d->next) {
            if (d->kind == PART_ARRAY && d->size && d->size->kind != EXPR_INT)
                return true;
            if (d->kind == PART_FUNCTION && params_have_expressions(d->params))
                return true;
        }
    }
    return false;
}

static void param_symbol(Sema *s, Param *p, const ParamType *t)
{
    Declarator *d = p->declarator;
    p->sym = symbol_new(s, SYM_PARAM, d->name, t->type, d->loc);
    p->sym->def_loc = d->loc;
    p->sym->is_definition = true;
    p->sym->storage = p->specs->storage;
    p->sym->attrs = t->attrs;
    p->sym->align = attr_alignment(s->types, t->attrs);
    scope_bind(s, d->name, p->sym);
}

static ParamType param_type(Sema *s, Param *p, const Type *base, bool definition)
{
    Declarator *d = p->declarator;
    attrs_prepare(s, d->attrs);
    attrs_prepare(s, d->inner_attrs);
    const Type *written = declarator_type(s, base, d, NULL);
    if (d->attrs)
        written = attrs_to_type(s, written, d->attrs);
    const Type *t = is_error(written) ? written : param_adjust(s, written);
    if (written->kind == TYPE_ARRAY && d->parts && d->parts->kind == PART_ARRAY && d->parts->quals)
        t = type_qualified(s->types, t, d->parts->quals);
    if (type_is_void(t)) {
        if (d->name || definition) {
            sema_error_at(s, d->loc, "parameter `%s` has type `void`", NAME_TEXT(d->name));
            t = basic(s, TYPE_ERROR);
        }
    }
    const Attr *attrs = attr_join(s->arena, p->specs->attrs, d->inner_attrs);
    attrs = attr_join(s->arena, attrs, d->attrs);
    if (d->parts && d->parts->attrs && d->parts->kind == PART_ARRAY) {
        attrs_prepare(s, d->parts->attrs);
        attrs = attr_join(s->arena, attrs, d->parts->attrs);
    }
    return (ParamType){t, written, d->name, d->loc, attrs};
}

/* The few parameters without symbols are compared with each other. */
static void param_check_name(Sema *s, const ParamType *all, uint32_t count, const ParamType *t,
                             bool symbols)
{
    Loc first = LOC_NONE;
    const Symbol *before = symbols && t->name ? scope_find_here(s, t->name) : NULL;
    if (before)
        first = before->loc;
    for (uint32_t i = 0; !symbols && t->name && i < count; i++)
        if (all[i].name == t->name)
            first = all[i].loc;
    if (first != LOC_NONE)
        sema_error_note(s, t->loc, first, "the first one is here", "two parameters are called `%s`",
                        t->name->text);
}

static const Type *function_params(Sema *s, const Type *result, DeclaratorPart *p,
                                   const Attr *attrs, bool definition)
{
    enum { FEW = 16 };
    ParamType few[FEW], *params = few;
    uint32_t count = 0, n = 0;
    bool outer = s->in_proto, symbols = definition || params_have_expressions(p->params);
    for (const Param *q = p->params; q; q = q->next)
        count++;
    if (count > FEW)
        params = ARENA_ARRAY(s->arena, ParamType, count);
    symbols |= count > FEW;
    s->in_proto = true;
    for (Param *q = p->params; q; q = q->next) {
        if (q->specs->storage & ~(uint32_t)(SPEC_REGISTER | SPEC_AUTO_TYPE | SPEC_INLINE))
            sema_error(s, (Span){q->specs->begin, q->specs->end},
                       "a parameter can't have this storage class");
        const Type *base = spec_type(s, q->specs, true);
        if (q == p->params && params_are_void(s, q, base) && !p->variadic)
            break;
        params[n] = param_type(s, q, base, definition);
        param_check_name(s, params, n, &params[n], symbols);
        if (symbols)
            param_symbol(s, q, &params[n]);
        n++;
    }
    s->in_proto = outer;
    bool has_proto = p->has_proto && !p->kr_count;
    return type_function(s->types, result, params, n, p->variadic, has_proto, attrs);
}

static const Type *part_function(Sema *s, const Type *t, DeclaratorPart *p, const Attr *more,
                                 Name name, SavedScope *definition)
{
    bool bad = is_error(t);
    if (t->kind == TYPE_FUNCTION || t->kind == TYPE_ARRAY) {
        sema_error_at(s, p->loc, "`%s` is declared as a function that returns %s", NAME_TEXT(name),
                      t->kind == TYPE_ARRAY ? "an array" : "a function");
        bad = true;
    }
    const Attr *attrs = attr_join(s->arena, p->attrs, more);
    bool c23 = s->unit->dialect && s->unit->dialect->std >= STD_C23;
    if (p->variadic && !p->params && !c23 && !attr_find(attrs, ATTR_OVERLOADABLE))
        sema_error_at(s, p->loc, "`...` needs a named parameter before it");
    if (p->kr_count && !name)
        sema_error_at(s, p->kr_locs[0], "unknown type name `%s`", NAME_TEXT(p->kr_names[0]));
    scope_push(s);
    const Type *f = function_params(s, bad ? int_type(s) : t, p, attrs, definition != NULL);
    if (definition)
        *definition = scope_pop_save(s);
    else
        scope_pop(s);
    return bad ? basic(s, TYPE_ERROR) : f;
}

const Type *declarator_type(Sema *s, const Type *base, Declarator *d, SavedScope *definition)
{
    enum { FEW = 16 };
    DeclaratorPart *few[FEW], **parts = few;
    uint32_t count = 0;
    const Type *t = base;
    for (DeclaratorPart *p = d->parts; p; p = p->next)
        count++;
    if (!count)
        return t;
    if (count > FEW)
        parts = ARENA_ARRAY(s->arena, DeclaratorPart *, count);
    count = 0;
    for (DeclaratorPart *p = d->parts; p; p = p->next)
        parts[count++] = p;
    for (uint32_t i = count; i-- > 0;) {
        DeclaratorPart *p = parts[i];
        attrs_prepare(s, p->attrs);
        switch (p->kind) {
        case PART_POINTER: t = part_pointer(s, t, p); break;
        case PART_ARRAY: t = part_array_notes(s, part_array(s, t, p, d->name), p); break;
        case PART_FUNCTION:
            t = part_function(s, t, p, i == 0 ? d->attrs : NULL, d->name,
                              i == 0 ? definition : NULL);
            break;
        }
    }
    return t;
}
