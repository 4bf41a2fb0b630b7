/* sema/const_address.c - address constants, C23 6.6p12: an object or function plus bytes.
 *
 * What comes in: an lvalue. What goes out: what it lies in, and at which offset. The one idea: an
 * address whose base is a number is a number, so that offsetof written by hand folds:
 *
 *     &tab[2].name                  symbol tab, offset 2 * sizeof *tab + 8
 *     &((struct s *)0)->m           the integer 16
 *
 * Reading goes a little beyond the standard where both compilers do: a const or constexpr object
 * with a constant initialiser, a character of a string literal, a compound literal. */
#include "sema/const_internal.h"

static bool symbol_address(const Symbol *sym, ConstValue *out)
{
    if (!sym || sym->thread_local_)
        return false;
    bool fixed = sym->kind == SYM_FUNCTION || sym->kind == SYM_BUILTIN ||
                 (sym->kind == SYM_VAR && sym->is_global);
    if (!fixed)
        return false;
    *out = (ConstValue){.kind = CONST_ADDRESS, .base = CONST_BASE_SYMBOL, .sym = sym};
    return true;
}

/* Moves an address or a number by some bytes; numbers wrap as pointers of type t. */
static void move(const Type *t, int64_t bytes, ConstValue *out)
{
    if (out->kind == CONST_INT)
        *out = const_int(t, (u128)out->i + (u128)(i128)bytes);
    else
        out->offset = (int64_t)((uint64_t)out->offset + (uint64_t)bytes);
}

static bool index_address(Walk *v, const Expr *e, ConstValue *out)
{
    const Type *p = e->u.binary.lhs->type;
    ConstValue i;
    if (p->kind != TYPE_POINTER || !const_walk(v, e->u.binary.lhs, out))
        return false;
    if (out->kind != CONST_INT && out->kind != CONST_ADDRESS)
        return false;
    if (!const_walk(v, e->u.binary.rhs, &i) || i.kind != CONST_INT)
        return false;
    if (type_is_vla(e->type))
        return false;
    move(p, (int64_t)((uint64_t)i.i * e->type->size), out);
    return true;
}

static bool member_address(Walk *v, const Expr *e, ConstValue *out)
{
    const Expr *base = e->u.member.base;
    const Field *f = e->u.member.field;
    if (!f)
        return false;
    bool arrow = e->flags & EXPR_FLAG_ARROW;
    if (!(arrow ? const_walk(v, base, out) : const_walk_address(v, base, out)))
        return false;
    if (out->kind != CONST_INT && out->kind != CONST_ADDRESS)
        return false;
    if (out->kind == CONST_INT)
        out->i = (i128)((u128)out->i + f->offset);
    else
        out->offset = (int64_t)((uint64_t)out->offset + f->offset);
    return true;
}

static const Expr *choice(const Expr *e)
{
    if (e->kind == EXPR_GENERIC)
        return e->u.generic.chosen;
    const Expr *c = e->u.cond.cond;
    if (!c->is_const)
        return NULL;
    return c->value ? e->u.cond.then : e->u.cond.other;
}

static bool address_of(Walk *v, const Expr *e, ConstValue *out)
{
    const Expr *inner;
    switch ((int)e->kind) { /* other kinds designate no object */
    case EXPR_IDENT: return symbol_address(e->u.ident.sym, out);
    case EXPR_STRING:
    case EXPR_FUNC_NAME:
        *out = (ConstValue){.kind = CONST_ADDRESS, .base = CONST_BASE_STRING, .expr = e};
        return true;
    case EXPR_COMPOUND_LITERAL:
        *out = (ConstValue){.kind = CONST_ADDRESS, .base = CONST_BASE_LITERAL, .expr = e};
        return true;
    case EXPR_MEMBER: return member_address(v, e, out);
    case EXPR_INDEX: return index_address(v, e, out);
    case EXPR_UNARY:
        inner = e->u.unary.operand;
        if (e->op == UN_DEREF)
            return const_walk(v, inner, out) &&
                   (out->kind == CONST_INT || out->kind == CONST_ADDRESS);
        if (e->op == UN_EXTENSION)
            return const_walk_address(v, inner, out);
        if (e->op != UN_REAL && e->op != UN_IMAG)
            return false;
        if (!const_walk_address(v, inner, out))
            return false;
        if (e->op == UN_IMAG)
            out->offset += (int64_t)e->type->size;
        return true;
    case EXPR_CAST:
    case EXPR_CONVERT:
        return e->op == CONVERT_NOOP && const_walk_address(v, e->u.cast.operand, out);
    case EXPR_GENERIC:
    case EXPR_CHOOSE: inner = choice(e); return inner && const_walk_address(v, inner, out);
    }
    return false;
}

bool const_walk_address(Walk *v, const Expr *e, ConstValue *out)
{
    *out = (ConstValue){0};
    if (!e->type || e->type->kind == TYPE_ERROR || v->depth >= WALK_MAX_DEPTH ||
        ++v->steps > WALK_MAX_STEPS)
        return false;
    v->depth++;
    bool ok = address_of(v, e, out);
    v->depth--;
    if (!ok)
        *out = (ConstValue){0};
    return ok;
}

/* ---- reading ------------------------------------------------------------------------- */
static bool read_string(const Expr *s, const Type *t, int64_t offset, ConstValue *out)
{
    if (s->kind != EXPR_STRING || t->size != s->u.string.elem_size || offset < 0)
        return false;
    uint64_t size = s->u.string.elem_size, i = (uint64_t)offset;
    if (i % size || i / size > s->u.string.count)
        return false;
    u128 bits = 0;
    if (i / size < s->u.string.count)
        for (uint64_t b = 0; b < size; b++)
            bits |= (u128)(uint8_t)s->u.string.bytes[i + b] << (8 * b);
    *out = const_int(t, bits);
    return true;
}

/* The value of type t at `offset` in an object that `init` initialises. */
static bool read_init(Walk *v, const Expr *init, const Type *t, int64_t offset, ConstValue *out)
{
    if (init->kind == EXPR_STRING && t->size == init->u.string.elem_size && type_is_integer(t))
        return read_string(init, t, offset, out);
    if (init->kind != EXPR_INIT_LIST)
        return offset == 0 && init->type && init->type->canon == t->canon &&
               const_walk(v, init, out);
    for (uint32_t i = init->u.init.entry_count; i--;) {
        const InitEntry *n = &init->u.init.entries[i];
        uint64_t size = n->type->size, end = n->offset + size * (n->repeat ? n->repeat : 1);
        if ((uint64_t)offset >= end || (uint64_t)offset + t->size <= n->offset)
            continue;
        if (n->bit_field)
            return false;
        uint64_t inside = size ? ((uint64_t)offset - n->offset) % size : 0;
        return read_init(v, n->value, t, (int64_t)inside, out);
    }
    /* Nothing was written there: zero. */
    if (type_is_integer(t) || t->kind == TYPE_POINTER)
        *out = const_int(t, 0);
    else if (type_is_floating(t))
        *out = const_float(t, 0);
    else
        return false;
    return true;
}

bool const_walk_read(Walk *v, const Expr *e, ConstValue *out)
{
    ConstValue at;
    if ((e->flags & EXPR_FLAG_BIT_FIELD) || (e->type->quals & QUAL_VOLATILE))
        return false;
    if (e->kind == EXPR_IDENT) { /* locals as well: their address is no constant, their value is */
        const Symbol *sym = e->u.ident.sym;
        if (!sym || sym->kind != SYM_VAR || !sym->init)
            return false;
        if (!sym->is_constexpr && !(sym->is_global && (sym->type->quals & QUAL_CONST)))
            return false;
        return read_init(v, sym->init, e->type, 0, out);
    }
    if (!const_walk_address(v, e, &at) || at.kind != CONST_ADDRESS || at.offset < 0)
        return false;
    if (at.base == CONST_BASE_STRING)
        return read_string(at.expr, e->type, at.offset, out);
    if (at.base == CONST_BASE_LITERAL) {
        const Expr *init = at.expr->u.cast.operand;
        return init && read_init(v, init, e->type, at.offset, out);
    }
    if (at.base != CONST_BASE_SYMBOL || !at.sym->init || at.sym->kind != SYM_VAR)
        return false;
    const Type *t = at.sym->type;
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    if (!at.sym->is_constexpr && !(t->quals & QUAL_CONST))
        return false;
    return read_init(v, at.sym->init, e->type, at.offset, out);
}

/* ---- arithmetic ---------------------------------------------------------------------- */
static bool same_base(ConstValue a, ConstValue b)
{
    if (a.kind != CONST_ADDRESS || b.kind != CONST_ADDRESS || a.base != b.base)
        return false;
    if (a.base == CONST_BASE_SYMBOL)
        return a.sym == b.sym;
    if (a.base == CONST_BASE_LABEL)
        return a.expr->u.label_addr.name == b.expr->u.label_addr.name;
    return a.expr == b.expr;
}

static uint64_t step_of(const Type *pointer)
{
    const Type *t = pointer->elem;
    if (type_is_vla(t))
        return 0;
    return t->kind == TYPE_VOID || t->kind == TYPE_FUNCTION ? 1 : t->size; /* GNU */
}

static bool pointer_difference(const Expr *e, ConstValue a, ConstValue b, ConstValue *out)
{
    i128 bytes;
    if (a.kind == CONST_INT && b.kind == CONST_INT)
        bytes = a.i - b.i;
    else if (same_base(a, b))
        bytes = (i128)a.offset - b.offset;
    else
        return false;
    i128 step = (i128)step_of(e->u.binary.lhs->type);
    if (!step)
        return false;
    *out = const_int(e->type, (u128)(bytes / step));
    return true;
}

static bool pointer_compare(const Expr *e, ConstValue a, ConstValue b, ConstValue *out)
{
    const Type *p = e->u.binary.lhs->type;
    bool truth;
    if (a.kind == CONST_INT && b.kind == CONST_INT)
        return const_binary(e->type, p, (BinaryOp)e->op, a, b, out);
    if (same_base(a, b)) {
        a = (ConstValue){.kind = CONST_INT, .i = a.offset};
        b = (ConstValue){.kind = CONST_INT, .i = b.offset};
        static const Type signed_ = {.kind = TYPE_LLONG, .width = 64};
        return const_binary(e->type, &signed_, (BinaryOp)e->op, a, b, out);
    }
    if (e->op != BIN_EQ && e->op != BIN_NE)
        return false;
    bool null = (a.kind == CONST_INT && a.i == 0) || (b.kind == CONST_INT && b.i == 0);
    bool symbols = a.kind == CONST_ADDRESS && b.kind == CONST_ADDRESS &&
                   a.base == CONST_BASE_SYMBOL && b.base == CONST_BASE_SYMBOL && !a.offset &&
                   !b.offset;
    if (!null && !symbols)
        return false;
    if (a.kind == CONST_ADDRESS && !const_truth(a, &truth))
        return false;
    if (b.kind == CONST_ADDRESS && !const_truth(b, &truth))
        return false;
    *out = const_int(e->type, e->op == BIN_NE);
    return true;
}

/* `p + i`, `p - i`, and integers that hold an address: those move by bytes. */
static bool pointer_move(const Expr *e, ConstValue a, ConstValue b, ConstValue *out)
{
    const Type *l = e->u.binary.lhs->type, *r = e->u.binary.rhs->type;
    bool swapped = b.kind == CONST_ADDRESS || (l->kind != TYPE_POINTER && r->kind == TYPE_POINTER);
    if (swapped) {
        if (e->op == BIN_SUB)
            return false;
        ConstValue swap = a;
        a = b;
        b = swap;
    }
    if (b.kind != CONST_INT)
        return false;
    const Type *p = l->kind == TYPE_POINTER ? l : r->kind == TYPE_POINTER ? r : NULL;
    uint64_t bytes = (uint64_t)b.i * (p ? step_of(p) : 1);
    if (p && type_is_vla(p->elem))
        return false;
    *out = a;
    move(e->type, (int64_t)(e->op == BIN_SUB ? -bytes : bytes), out);
    return true;
}

bool const_walk_pointer(const Expr *e, ConstValue a, ConstValue b, ConstValue *out)
{
    const Type *l = e->u.binary.lhs->type, *r = e->u.binary.rhs->type;
    if (a.kind == CONST_FLOAT || b.kind == CONST_FLOAT)
        return false;
    switch ((int)e->op) { /* the other operators don't keep an address */
    case BIN_SUB:
        if (l->kind == TYPE_POINTER && r->kind == TYPE_POINTER)
            return pointer_difference(e, a, b, out);
        if (!same_base(a, b))
            return pointer_move(e, a, b, out);
        *out = const_int(e->type, (u128)((i128)a.offset - b.offset));
        return true;
    case BIN_ADD: return pointer_move(e, a, b, out);
    case BIN_LT:
    case BIN_GT:
    case BIN_LE:
    case BIN_GE:
    case BIN_EQ:
    case BIN_NE: return pointer_compare(e, a, b, out);
    }
    return false;
}
