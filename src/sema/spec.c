/* sema/spec.c - declaration specifiers to a type: the part of a declaration that all its
 * declarators share.
 *
 * What comes in: Specs, as the parser collected them in any order. What goes out: a type with
 * qualifiers. The one idea: the words form a set (C23 6.7.3.1p2 lists sets, not sequences), so
 * one switch over the set without signedness decides.
 *
 *     long const unsigned int long x;     words {INT, UNSIGNED}, longs 2, quals CONST
 */
#include "sema/sema_internal.h"

#define W(w) (UINT32_C(1) << WORD_##w)

static const Type *spec_integer(Sema *s, const Specs *sp, TypeKind plain, TypeKind uns)
{
    return basic(s, sp->words & W(UNSIGNED) ? uns : plain);
}

/* The sets without signed, unsigned, _Complex and the longs. NULL: no such type. */
static const Type *spec_words(Sema *s, const Specs *sp)
{
    uint32_t rest = sp->words & ~(W(SIGNED) | W(UNSIGNED) | W(COMPLEX) | W(IMAGINARY));
    bool sign = (sp->words & (W(SIGNED) | W(UNSIGNED))) != 0;
    if ((sp->words & W(SIGNED)) && (sp->words & W(UNSIGNED)))
        return NULL;
    if (sp->longs) {
        if (rest == W(DOUBLE) && sp->longs == 1 && !sign)
            return basic(s, TYPE_LDOUBLE);
        if (rest == 0 && sp->longs == 1 && !sign && (sp->words & W(COMPLEX)))
            return basic(s, TYPE_LONG); /* GNU: complex integers */
        if (rest & ~W(INT) || sp->longs > 2)
            return NULL;
        return sp->longs == 1 ? spec_integer(s, sp, TYPE_LONG, TYPE_ULONG)
                              : spec_integer(s, sp, TYPE_LLONG, TYPE_ULLONG);
    }
    if (rest == 0) {
        if (!sign && (sp->words & W(COMPLEX)))
            return basic(s, TYPE_DOUBLE);
        return spec_integer(s, sp, TYPE_INT, TYPE_UINT);
    }
    if (rest == W(INT))
        return spec_integer(s, sp, TYPE_INT, TYPE_UINT);
    if (rest == W(CHAR))
        return spec_integer(s, sp, sign ? TYPE_SCHAR : TYPE_CHAR, TYPE_UCHAR);
    if (rest == W(SHORT) || rest == (W(SHORT) | W(INT)))
        return spec_integer(s, sp, TYPE_SHORT, TYPE_USHORT);
    if (rest == W(INT128))
        return spec_integer(s, sp, TYPE_INT128, TYPE_UINT128);
    if (sign)
        return NULL;
    switch (rest) {
    case W(VOID): return basic(s, TYPE_VOID);
    case W(BOOL): return basic(s, TYPE_BOOL);
    case W(FLOAT): return basic(s, TYPE_FLOAT);
    case W(DOUBLE): return basic(s, TYPE_DOUBLE);
    case W(FLOAT16): return basic(s, TYPE_FLOAT16);
    case W(BF16): return basic(s, TYPE_BF16);
    case W(FLOAT32): return basic(s, TYPE_FLOAT32);
    case W(FLOAT64): return basic(s, TYPE_FLOAT64);
    case W(FLOAT128): return basic(s, TYPE_FLOAT128);
    case W(FLOAT32X): return basic(s, TYPE_FLOAT32X);
    case W(FLOAT64X): return basic(s, TYPE_FLOAT64X);
    case W(FLOAT80): return basic(s, TYPE_LDOUBLE);
    case W(DECIMAL32): return basic(s, TYPE_DECIMAL32);
    case W(DECIMAL64): return basic(s, TYPE_DECIMAL64);
    case W(DECIMAL128): return basic(s, TYPE_DECIMAL128);
    }
    return NULL;
}

static const Type *spec_builtin(Sema *s, const Specs *sp)
{
    const Type *t = spec_words(s, sp);
    if (!t) {
        sema_error(s, (Span){sp->begin, sp->end}, "these type specifiers can't be combined");
        return basic(s, TYPE_ERROR);
    }
    if (sp->words & (W(COMPLEX) | W(IMAGINARY))) {
        if (!type_is_arithmetic(t) || t->kind == TYPE_BOOL) {
            sema_error(s, (Span){sp->begin, sp->end}, "`_Complex %s` is no type", SPELL(s, t));
            return basic(s, TYPE_ERROR);
        }
        return type_complex(s->types, t);
    }
    return t;
}

static const Type *spec_bitint(Sema *s, const Specs *sp)
{
    Expr *e = sp->expr;
    i128 width;
    bool is_unsigned = (sp->words & W(UNSIGNED)) != 0;
    if (!expr_const_int(s, &e, &width)) {
        if (!is_error(e->type))
            sema_error(s, span_of(e), "the width of a `_BitInt` must be an integer constant");
        return basic(s, TYPE_ERROR);
    }
    if (width < (is_unsigned ? 1 : 2) || width > 8388608) {
        sema_error(s, span_of(e), "a `_BitInt` can't have this width");
        return basic(s, TYPE_ERROR);
    }
    return type_bitint(s->types, (uint32_t)width, is_unsigned);
}

static const Type *spec_typedef(Sema *s, const Specs *sp)
{
    Symbol *sym = scope_find(s, sp->typedef_name);
    if (sym && sym->kind == SYM_TYPEDEF) {
        sym->used = true;
        return sym->type;
    }
    const Type *t = builtin_typedef(s->types, sp->typedef_name);
    if (t)
        return t;
    Name like = scope_suggest(s, sp->typedef_name);
    Symbol *found = like ? scope_find(s, like) : NULL;
    if (found && found->kind == SYM_TYPEDEF)
        sema_error(s, (Span){sp->begin, sp->end}, "unknown type name `%s`; did you mean `%s`?",
                   sp->typedef_name->text, like->text);
    else
        sema_error(s, (Span){sp->begin, sp->end}, "unknown type name `%s`", sp->typedef_name->text);
    return basic(s, TYPE_ERROR);
}

static const Type *spec_typeof_expr(Sema *s, Specs *sp)
{
    s->unevaluated++;
    sp->expr = expr_check(s, sp->expr);
    s->unevaluated--;
    if (sp->expr->flags & EXPR_FLAG_BIT_FIELD) {
        sema_error(s, span_of(sp->expr), "`typeof` is applied to a bit-field");
        return basic(s, TYPE_ERROR);
    }
    return sp->expr->type;
}

static const Type *spec_base(Sema *s, Specs *sp, bool has_declarator)
{
    switch (sp->base) {
    case BASE_NONE: return int_type(s); /* implicit int; both compilers warn only */
    case BASE_BUILTIN: return spec_builtin(s, sp);
    case BASE_TAG:
        /* `struct s;` declares anew, but not `const struct s;` or `extern struct s x;`. */
        return tag_type(s, sp->tag, !has_declarator, false);
    case BASE_TYPEDEF: return spec_typedef(s, sp);
    case BASE_TYPEOF_EXPR: return spec_typeof_expr(s, sp);
    case BASE_TYPEOF_TYPE: return type_name_type(s, sp->type_name);
    case BASE_ATOMIC: {
        const Type *t = type_name_type(s, sp->type_name);
        if (t->kind == TYPE_ARRAY || t->kind == TYPE_FUNCTION) {
            sema_error(s, (Span){sp->begin, sp->end}, "`_Atomic` can't be applied to `%s`",
                       SPELL(s, t));
            return basic(s, TYPE_ERROR);
        }
        return is_error(t) ? t : type_qualified(s->types, t, QUAL_ATOMIC);
    }
    case BASE_BITINT: return spec_bitint(s, sp);
    }
    return basic(s, TYPE_ERROR);
}

const Type *spec_type(Sema *s, Specs *sp, bool has_declarator)
{
    attrs_prepare(s, sp->attrs);
    const Type *t = spec_base(s, sp, has_declarator);
    if (is_error(t))
        return t;
    if (sp->unqual)
        t = type_unqualified(s->types, t);
    if (sp->attrs)
        t = attrs_to_type(s, t, sp->attrs);
    if ((sp->quals & QUAL_RESTRICT) && t->kind != TYPE_POINTER && t->kind != TYPE_ARRAY) {
        sema_error(s, (Span){sp->begin, sp->end}, "`restrict` needs a pointer type; `%s` is none",
                   SPELL(s, t));
        return t;
    }
    if (sp->quals)
        t = type_qualified(s->types, t, sp->quals);
    const Attr *notes = sp->attrs ? attrs_notes(s, sp->attrs) : NULL;
    if (notes)
        t = type_variant(s->types, t, t->alias, attr_join(s->arena, t->notes, notes), 0);
    return t;
}

uint32_t spec_align(Sema *s, const AlignasSpec *list)
{
    uint32_t align = 0;
    for (; list; list = list->next) {
        i128 v = 0;
        if (list->type) {
            v = type_alignof(s->types, type_name_type(s, list->type), true);
        } else {
            Expr *e = list->expr;
            if (!expr_const_int(s, &e, &v)) {
                if (!is_error(e->type))
                    sema_error(s, span_of(e),
                               "the argument of `_Alignas` must be an integer constant");
                continue;
            }
            if (v < 0 || (v & (v - 1)) || v > (1 << 28)) {
                sema_error(s, span_of(e), "an alignment must be a power of two");
                continue;
            }
        }
        if ((uint32_t)v > align)
            align = (uint32_t)v;
    }
    return align;
}

/* Where only specifiers and qualifiers may stand: type names and members, C23 6.7.3.2p1. */
void spec_only_type(Sema *s, const Specs *sp, uint32_t allowed)
{
    if (sp->storage & ~allowed & ~(uint32_t)SPEC_AUTO_TYPE)
        sema_error(s, (Span){sp->begin, sp->end},
                   "a storage class or function specifier can't stand here");
    else if (sp->base == BASE_NONE && !sp->quals && !sp->aligns)
        sema_error(s, (Span){sp->begin, sp->end}, "a type is missing here");
}

const Type *type_name_type(Sema *s, TypeName *tn)
{
    return type_name_storage(s, tn, 0);
}

const Type *type_name_storage(Sema *s, TypeName *tn, uint32_t allowed)
{
    if (tn->type)
        return tn->type;
    spec_only_type(s, tn->specs, allowed);
    const Type *base = spec_type(s, tn->specs, true);
    attrs_prepare(s, tn->declarator->attrs);
    tn->type = declarator_type(s, base, tn->declarator, NULL);
    if (tn->declarator->attrs)
        tn->type = attrs_to_type(s, tn->type, tn->declarator->attrs);
    return tn->type;
}
