/* sema/expr.c - expressions: the dispatcher, names and literals, members, subscripts, unary
 * operators.
 *
 * What comes in: an expression as the parser made it. What goes out: the same node, typed, its
 * operands completed and converted. The one idea: expr_check gives the expression itself (an
 * lvalue stays one), expr_rvalue its value; each operator asks for the one that it needs.
 *
 *     p->tab[i]     INDEX(DECAY(MEMBER(LVALUE(p), tab)), LVALUE(i))
 *
 * Left-deep chains (a + b + c + ...) are walked in a loop: generated code has 100 000 of them. */
#include "sema/sema_internal.h"

enum { MAX_EXPR_DEPTH = 6000 };

Expr *expr_error(Sema *s, const Expr *e)
{
    sema_mark_broken(s); /* the error may have been in a type, before the function */
    Expr *n = ARENA_NEW(s->tree, Expr);
    n->kind = EXPR_ERROR;
    n->begin = e->begin;
    n->end = e->end;
    n->at = e->at;
    n->type = basic(s, TYPE_ERROR);
    return n;
}

Expr *expr_set_const(Expr *e, u128 value)
{
    e->is_const = 1;
    e->value = value;
    return e;
}

Expr *expr_int_new(Sema *s, const Expr *like, const Type *t, u128 value)
{
    Expr *e = ARENA_NEW(s->tree, Expr);
    e->kind = EXPR_INT;
    e->begin = like->begin;
    e->end = like->end;
    e->at = like->at;
    e->type = t;
    e->u.integer.value = value;
    return expr_set_const(e, value);
}

const Expr *expr_strip(const Expr *e)
{
    for (;;) {
        if (e->kind == EXPR_GENERIC && e->u.generic.chosen)
            e = e->u.generic.chosen;
        else if (e->kind == EXPR_CHOOSE && e->u.cond.cond->is_const)
            e = e->u.cond.cond->value ? e->u.cond.then : e->u.cond.other;
        else
            return e;
    }
}

Symbol *expr_symbol(const Expr *e)
{
    for (;;) {
        e = expr_strip(e);
        if (e->kind == EXPR_IDENT)
            return e->u.ident.sym;
        if (e->kind != EXPR_CONVERT)
            return NULL;
        e = e->u.cast.operand;
    }
}

/* ---- names --------------------------------------------------------------------------------- */
static Expr *undeclared(Sema *s, Expr *e)
{
    Name n = e->u.ident.name;
    if (s->fs) { /* once per function is enough */
        for (uint32_t i = 0; i < s->fs->undeclared.len; i++)
            if (s->fs->undeclared.data[i] == n) {
                sema_mark_broken(s);
                return expr_error(s, e);
            }
        VEC_PUSH(s->tree, &s->fs->undeclared, n);
    }
    Name like = scope_suggest(s, n);
    const char *header = syntax_header_of(n);
    if (header)
        sema_error(s, span_of(e), "use of undeclared identifier `%s`; it comes from <%s>", n->text,
                   header);
    else if (like)
        sema_error(s, span_of(e), "use of undeclared identifier `%s`; did you mean `%s`?", n->text,
                   like->text);
    else
        sema_error(s, span_of(e), "use of undeclared identifier `%s`", n->text);
    return expr_error(s, e);
}

/* A built-in gets its symbol when it is first named. It hides nothing: its depth is no scope's. */
static Symbol *builtin_symbol(Sema *s, Name n)
{
    BuiltinId b = builtin_lookup(s->types, n);
    if (b == BUILTIN_NONE)
        return NULL;
    const Type *t = builtin_type(s->types, b);
    if (!t)
        t = type_function(s->types, int_type(s), NULL, 0, true, false, NULL);
    Symbol *sym = symbol_new(s, SYM_BUILTIN, n, t, LOC_NONE);
    sym->builtin = b;
    sym->linkage = LINK_EXTERNAL;
    sym->owner = NULL;
    sym->scope_depth = 0;
    sym->noreturn = (builtin_flags(b) & BF_NORETURN) != 0;
    NameSlot *slot = scope_slot(s, n);
    slot->sym = sym;
    slot->sym_depth = UINT32_MAX;
    return sym;
}

/* For unit_reached. Mentions without evaluation count: a check more than needed does no harm. */
static void note_mention(Sema *s, Symbol *sym)
{
    FnState *fs = s->fs;
    if (!fs) {
        sym->mentioned = true;
        return;
    }
    while (fs->outer)
        fs = fs->outer;
    Function *f = fs->fn;
    if (!f->names.len || VEC_LAST(&f->names) != sym)
        VEC_PUSH(s->tree, &f->names, sym);
}

static Expr *check_ident(Sema *s, Expr *e)
{
    Symbol *sym = scope_find(s, e->u.ident.name);
    if (!sym)
        sym = builtin_symbol(s, e->u.ident.name);
    if (!sym)
        return undeclared(s, e);
    if (sym->unavailable)
        sema_error_note(s, e->begin, sym->loc, "it is declared here", "`%s` is unavailable",
                        sym->name->text);
    e->u.ident.sym = sym;
    e->type = sym->type;
    if (!s->unevaluated)
        sym->used = true;
    if (sym->kind == SYM_FUNCTION)
        note_mention(s, sym);
    if (sym->kind == SYM_FUNCTION && !s->callee && !s->unevaluated)
        VEC_PUSH(s->tree, &s->fn_values, ((FnMention){sym, s->fs ? s->fs->fn : NULL, e->begin}));
    switch (sym->kind) {
    case SYM_VAR:
    case SYM_PARAM:
        e->is_lvalue = 1;
        if (sym->owner && s->fs && sym->owner != s->fs->fn && !sym->is_global)
            sym->captured = true;
        break;
    case SYM_BUILTIN:
        if (!s->callee && !(builtin_flags(sym->builtin) & BF_LIB)) {
            sema_error(s, span_of(e), "the built-in function `%s` can only be called",
                       sym->name->text);
            return expr_error(s, e);
        }
        e->is_lvalue = 1;
        break;
    case SYM_FUNCTION: e->is_lvalue = 1; break;
    case SYM_ENUM_CONST:
        if (!is_error(e->type))
            expr_set_const(e, type_wrap(e->type, (u128)sym->enum_value));
        break;
    case SYM_TYPEDEF:
        sema_error(s, span_of(e), "the type name `%s` stands where an expression is expected",
                   sym->name->text);
        return expr_error(s, e);
    }
    if (is_error(e->type))
        sema_mark_broken(s);
    return e;
}

/* ---- literals ------------------------------------------------------------------------------ */

/* C23 6.4.4.1p6: the first type of the list that can hold the value. */
static const Type *integer_type(Sema *s, const Expr *e)
{
    static const TypeKind kinds[] = {TYPE_INT,   TYPE_UINT,   TYPE_LONG,   TYPE_ULONG,
                                     TYPE_LLONG, TYPE_ULLONG, TYPE_INT128, TYPE_UINT128};
    u128 v = e->u.integer.value;
    bool uns = e->u.integer.unsigned_suffix, decimal = e->u.integer.decimal;
    bool c89 = s->unit->dialect && s->unit->dialect->std < STD_C99;
    for (size_t i = e->u.integer.longs * 2u; i < COUNT_OF(kinds); i++) {
        bool u = i & 1;
        if (uns && !u)
            continue;
        if (!uns && u && decimal && !(c89 && kinds[i] == TYPE_ULONG))
            continue;
        const Type *t = basic(s, kinds[i]);
        uint32_t bits = u ? t->width : t->width - 1;
        if (bits >= 128 || v >> bits == 0)
            return t;
    }
    return basic(s, TYPE_ULLONG);
}

static const Type *bitint_literal_type(Sema *s, const Expr *e)
{
    uint32_t bits = e->u.integer.unsigned_suffix ? 0 : 1;
    for (u128 v = e->u.integer.value; v; v >>= 1)
        bits++;
    if (bits < (e->u.integer.unsigned_suffix ? 1u : 2u))
        bits = e->u.integer.unsigned_suffix ? 1 : 2;
    return type_bitint(s->types, bits, e->u.integer.unsigned_suffix);
}

static Expr *check_int(Sema *s, Expr *e)
{
    if (e->op == INT_BOOL)
        e->type = basic(s, TYPE_BOOL);
    else if (e->u.integer.bitint)
        e->type = bitint_literal_type(s, e);
    else
        e->type = integer_type(s, e);
    if (e->u.integer.imaginary) {
        e->type = type_complex(s->types, e->type);
        return e;
    }
    return expr_set_const(e, type_wrap(e->type, e->u.integer.value));
}

static const Type *char_type(Sema *s, int prefix, const Type *plain)
{
    bool c23 = s->unit->dialect && s->unit->dialect->std >= STD_C23;
    if (prefix == 'L')
        return basic(s, (TypeKind)s->target->wchar_kind);
    if (prefix == 'u')
        return basic(s, (TypeKind)s->target->char16_kind);
    if (prefix == 'U')
        return basic(s, (TypeKind)s->target->char32_kind);
    if (prefix == '8')
        return c23 ? basic(s, TYPE_UCHAR) : plain == int_type(s) ? basic(s, TYPE_UCHAR) : plain;
    return plain;
}

static Expr *check_char(Sema *s, Expr *e)
{
    e->type = char_type(s, e->op, int_type(s));
    return expr_set_const(e, type_wrap(e->type, e->u.integer.value));
}

static const Type *float_type(Sema *s, const char *suffix)
{
    static const struct {
        const char *suffix;
        TypeKind kind;
    } table[] = {{"", TYPE_DOUBLE},       {"f", TYPE_FLOAT},       {"l", TYPE_LDOUBLE},
                 {"d", TYPE_DOUBLE},      {"f16", TYPE_FLOAT16},   {"f32", TYPE_FLOAT32},
                 {"f64", TYPE_FLOAT64},   {"f128", TYPE_FLOAT128}, {"f32x", TYPE_FLOAT32X},
                 {"f64x", TYPE_FLOAT64X}, {"q", TYPE_FLOAT128},    {"w", TYPE_LDOUBLE},
                 {"bf16", TYPE_BF16},     {"df", TYPE_DECIMAL32},  {"dd", TYPE_DECIMAL64},
                 {"dl", TYPE_DECIMAL128}};
    char low[9] = {0};
    for (int i = 0; i < 8 && suffix[i]; i++)
        low[i] = suffix[i] >= 'A' && suffix[i] <= 'Z' ? (char)(suffix[i] + 32) : suffix[i];
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (strcmp(low, table[i].suffix) == 0)
            return basic(s, table[i].kind);
    return basic(s, TYPE_DOUBLE);
}

static Expr *check_float(Sema *s, Expr *e)
{
    e->type = float_type(s, e->u.floating.suffix);
    if (e->u.floating.imaginary)
        e->type = type_complex(s->types, e->type);
    return e;
}

static Expr *check_string(Sema *s, Expr *e)
{
    const Type *elem = char_type(s, e->u.string.prefix, basic(s, TYPE_CHAR));
    e->type = type_array(s->types, elem, (uint64_t)e->u.string.count + 1);
    e->is_lvalue = 1;
    return e;
}

/* __func__ and its GNU twins: const char[], the name of the function, C23 6.4.2.2. */
static Expr *check_func_name(Sema *s, Expr *e)
{
    Name n = s->fs ? s->fs->fn->sym->name : NULL;
    const Type *elem = type_qualified(s->types, basic(s, TYPE_CHAR), QUAL_CONST);
    e->type = type_array(s->types, elem, (n ? n->len : 0) + 1);
    e->is_lvalue = 1;
    return e;
}

/* ---- members and subscripts ---------------------------------------------------------------- */
static Expr *no_member(Sema *s, Expr *e, const Record *r, const Type *t)
{
    Name like = suggest_field(s, r, e->u.member.name);
    if (like)
        sema_error_at(s, e->at, "`%s` has no member called `%s`; did you mean `%s`?", SPELL(s, t),
                      e->u.member.name->text, like->text);
    else
        sema_error_at(s, e->at, "`%s` has no member called `%s`", SPELL(s, t),
                      e->u.member.name->text);
    return expr_error(s, e);
}

static void set_member(Sema *s, Expr *e, const Field *f)
{
    const Expr *base = e->u.member.base;
    bool arrow = e->flags & EXPR_FLAG_ARROW;
    const Type *bt = arrow ? base->type->elem : base->type;
    uint32_t quals = bt->quals & (QUAL_CONST | QUAL_VOLATILE);
    e->u.member.field = f;
    e->type = quals && !is_error(f->type) ? type_qualified(s->types, f->type, quals) : f->type;
    e->is_lvalue = arrow || base->is_lvalue;
    if (f->is_bit_field)
        e->flags |= EXPR_FLAG_BIT_FIELD;
    if (is_error(f->type))
        sema_mark_broken(s);
}

/* a.b where b is inside an anonymous member: the node for that member is put between. */
static Expr *resolve_member(Sema *s, Expr *e, const Field *const *path, uint32_t len)
{
    for (uint32_t i = 0; i + 1 < len; i++) {
        Expr *m = ARENA_NEW(s->tree, Expr);
        m->kind = EXPR_MEMBER;
        m->flags = (uint8_t)(EXPR_FLAG_IMPLICIT | (e->flags & EXPR_FLAG_ARROW));
        m->begin = e->begin;
        m->end = e->end;
        m->at = e->at;
        m->u.member.base = e->u.member.base;
        set_member(s, m, path[i]);
        e->u.member.base = m;
        e->flags &= (uint8_t)~EXPR_FLAG_ARROW;
    }
    set_member(s, e, path[len - 1]);
    return e;
}

static Expr *check_member(Sema *s, Expr *e)
{
    bool arrow = e->flags & EXPR_FLAG_ARROW;
    Expr *base = expr_check(s, e->u.member.base);
    if (arrow)
        base = convert_lvalue(s, base);
    e->u.member.base = base;
    const Type *t = base->type;
    if (is_error(t))
        return expr_error(s, e);
    if (arrow && t->kind != TYPE_POINTER) {
        sema_error_at(s, e->at,
                      type_is_record(t)
                          ? "`->` is applied to `%s`, which is no pointer; did you mean `.`?"
                          : "`->` is applied to `%s`, which is no pointer",
                      SPELL(s, t));
        return expr_error(s, e);
    }
    if (arrow)
        t = t->elem;
    if (is_error(t))
        return expr_error(s, e);
    if (!type_is_record(t)) {
        bool other = !arrow && t->kind == TYPE_POINTER && type_is_record(t->elem);
        sema_error_at(s, e->at,
                      other ? "`.` is applied to the pointer `%s`; did you mean `->`?"
                            : "`%s` is no struct or union",
                      SPELL(s, t));
        return expr_error(s, e);
    }
    const Record *r = t->canon->u.record;
    if (!r->complete && !r->being_defined) {
        sema_error_note(s, e->at, r->loc, "it is only declared here",
                        "`%s` is incomplete: its members are not known%s", SPELL(s, t),
                        suggest_tag(s, t));
        return expr_error(s, e);
    }
    const Field *path[16];
    uint32_t len = record_find(r, e->u.member.name, path);
    return len ? resolve_member(s, e, path, len) : no_member(s, e, r, t);
}

static Expr *check_index(Sema *s, Expr *e)
{
    Expr *a = expr_check(s, e->u.binary.lhs), *b = expr_check(s, e->u.binary.rhs);
    e->u.binary.lhs = a;
    e->u.binary.rhs = b;
    if (a->type->kind == TYPE_VECTOR)
        return expr_vector_index(s, e);
    a = convert_lvalue(s, a);
    b = convert_lvalue(s, b);
    if (is_error(a->type) || is_error(b->type))
        return expr_error(s, e);
    if (a->type->kind != TYPE_POINTER && b->type->kind == TYPE_POINTER) {
        Expr *t = a; /* 3[a] */
        a = b;
        b = t;
    }
    if (a->type->kind != TYPE_POINTER) {
        sema_error(s, span_of(e),
                   "the subscripted value of type `%s` is no array, pointer or vector",
                   SPELL(s, a->type));
        return expr_error(s, e);
    }
    if (!type_is_integer(b->type)) {
        sema_error(s, span_of(b), "the subscript has type `%s`, which is no integer type",
                   SPELL(s, b->type));
        return expr_error(s, e);
    }
    const Type *t = a->type->elem;
    if (t->kind == TYPE_FUNCTION || (!type_is_complete(t) && !type_is_void(t))) {
        sema_error(s, span_of(e), "subscript of a pointer to the incomplete type `%s`",
                   SPELL(s, t));
        return expr_error(s, e);
    }
    e->u.binary.lhs = a;
    e->u.binary.rhs = convert_promote(s, b);
    e->type = t;
    e->is_lvalue = 1;
    return e;
}

/* ---- unary operators ----------------------------------------------------------------------- */
static void mark_address_taken(const Expr *e)
{
    for (;;) {
        e = expr_strip(e);
        if (e->kind == EXPR_MEMBER && !(e->flags & EXPR_FLAG_ARROW))
            e = e->u.member.base;
        else if (e->kind == EXPR_INDEX && e->u.binary.lhs->kind == EXPR_CONVERT &&
                 e->u.binary.lhs->op == CONVERT_DECAY)
            e = e->u.binary.lhs->u.cast.operand;
        else
            break;
    }
    if (e->kind == EXPR_IDENT && e->u.ident.sym)
        e->u.ident.sym->address_taken = true;
}

static Expr *check_addr(Sema *s, Expr *e)
{
    Expr *o = expr_check(s, e->u.unary.operand);
    e->u.unary.operand = o;
    if (is_error(o->type))
        return expr_error(s, e);
    if (!o->is_lvalue) {
        if (o->kind == EXPR_UNARY && o->op == UN_DEREF)
            goto fine; /* &*p of void */
        sema_error(s, span_of(e), "`&` needs an object; this is a value of type `%s`",
                   SPELL(s, o->type));
        return expr_error(s, e);
    }
    if (o->flags & EXPR_FLAG_BIT_FIELD) {
        sema_error(s, span_of(e), "a bit-field has no address");
        return expr_error(s, e);
    }
    if (o->kind == EXPR_IDENT && (o->u.ident.sym->storage & SPEC_REGISTER) &&
        o->u.ident.sym->kind != SYM_FUNCTION) {
        sema_error(s, span_of(e), "register variable `%s` has no address", o->u.ident.name->text);
        return expr_error(s, e);
    }
fine:
    if (!s->unevaluated)
        mark_address_taken(o);
    e->type = type_pointer(s->types, o->type);
    return e;
}

static Expr *check_deref(Sema *s, Expr *e)
{
    Expr *o = expr_rvalue(s, e->u.unary.operand);
    e->u.unary.operand = o;
    if (is_error(o->type))
        return expr_error(s, e);
    if (o->type->kind != TYPE_POINTER) {
        sema_error(s, span_of(e), "`*` needs a pointer; this is a value of type `%s`",
                   SPELL(s, o->type));
        return expr_error(s, e);
    }
    e->type = o->type->elem;
    e->is_lvalue = 1;
    if (is_error(e->type))
        return expr_error(s, e);
    return e;
}

static Expr *bad_unary(Sema *s, Expr *e, const char *op)
{
    if (!is_error(e->u.unary.operand->type))
        sema_error(s, span_of(e), "`%s` can't be applied to `%s`", op,
                   SPELL(s, e->u.unary.operand->type));
    return expr_error(s, e);
}

/* + - ~ */
static Expr *check_arith(Sema *s, Expr *e, const char *op)
{
    Expr *o = expr_rvalue(s, e->u.unary.operand);
    e->u.unary.operand = o;
    const Type *t = o->type;
    if (t->kind == TYPE_VECTOR) {
        if (e->op == UN_NOT && !type_is_integer(t->elem))
            return bad_unary(s, e, op);
        e->type = t;
        return e;
    }
    if (!type_is_arithmetic(t))
        return bad_unary(s, e, op);
    if (e->op == UN_NOT && !type_is_integer(t) && t->kind != TYPE_COMPLEX)
        return bad_unary(s, e, op);
    e->u.unary.operand = o = convert_promote(s, o);
    e->type = o->type;
    const_fold(s->unit, e);
    return e;
}

static Expr *check_lnot(Sema *s, Expr *e)
{
    Expr *o = expr_rvalue(s, e->u.unary.operand);
    e->u.unary.operand = o;
    if (o->type->kind == TYPE_VECTOR)
        return expr_vector_binary(s, e);
    if (!type_is_scalar(o->type))
        return bad_unary(s, e, "!");
    e->type = int_type(s);
    const_fold(s->unit, e);
    return e;
}

static Expr *check_real_imag(Sema *s, Expr *e)
{
    Expr *o = expr_check(s, e->u.unary.operand);
    e->u.unary.operand = o;
    if (is_error(o->type))
        return expr_error(s, e);
    if (o->type->kind == TYPE_COMPLEX) {
        e->type = type_qualified(s->types, o->type->elem, o->type->quals & QUAL_C_MASK);
        e->is_lvalue = o->is_lvalue;
        return e;
    }
    if (!type_is_arithmetic(o->type))
        return bad_unary(s, e, e->op == UN_REAL ? "__real__" : "__imag__");
    if (e->op == UN_REAL && o->is_lvalue)
        return o; /* GNU: the object itself */
    e->u.unary.operand = convert_lvalue(s, o);
    e->type = e->u.unary.operand->type;
    const_fold(s->unit, e);
    return e;
}

static Expr *check_unary(Sema *s, Expr *e)
{
    switch ((UnaryOp)e->op) {
    case UN_PLUS: return check_arith(s, e, "+");
    case UN_MINUS: return check_arith(s, e, "-");
    case UN_NOT: return check_arith(s, e, "~");
    case UN_LNOT: return check_lnot(s, e);
    case UN_DEREF: return check_deref(s, e);
    case UN_ADDR: return check_addr(s, e);
    case UN_PRE_INC:
    case UN_PRE_DEC:
    case UN_POST_INC:
    case UN_POST_DEC:
        e->u.unary.operand = expr_check(s, e->u.unary.operand);
        return expr_incdec(s, e);
    case UN_REAL:
    case UN_IMAG: return check_real_imag(s, e);
    case UN_EXTENSION: {
        Expr *o = expr_check(s, e->u.unary.operand);
        o->flags |= EXPR_FLAG_EXTENSION;
        return o;
    }
    }
    return expr_error(s, e);
}

/* ---- the dispatcher ------------------------------------------------------------------------ */

/* a + b + c + ... from the innermost operator outwards. */
static Expr *check_spine(Sema *s, Expr *e)
{
    enum { FEW = 24 };
    Expr *few[FEW], **nodes = few;
    uint32_t count = 0;
    for (Expr *x = e; x->kind == EXPR_BINARY && !x->type; x = x->u.binary.lhs)
        count++;
    if (count > FEW)
        nodes = ARENA_ARRAY(s->tree, Expr *, count);
    count = 0;
    Expr *x = e;
    for (; x->kind == EXPR_BINARY && !x->type; x = x->u.binary.lhs)
        nodes[count++] = x;
    Expr *lhs = expr_check(s, x);
    while (count--) {
        Expr *n = nodes[count];
        n->u.binary.lhs = lhs;
        n->u.binary.rhs = expr_check(s, n->u.binary.rhs);
        lhs = expr_binary(s, n);
    }
    return lhs;
}

static Expr *check_label_addr(Sema *s, Expr *e)
{
    if (!s->fs) {
        if (e->u.label_addr.name) /* else the parser has complained */
            sema_error(s, span_of(e), "the address of label `%s` is taken outside a function",
                       e->u.label_addr.name->text);
        return expr_error(s, e);
    }
    e->u.label_addr.name = stmt_label_use(s, e->u.label_addr.name, e->at);
    e->type = type_pointer(s->types, basic(s, TYPE_VOID));
    return e;
}

static Expr *check_node(Sema *s, Expr *e)
{
    switch ((ExprKind)e->kind) {
    case EXPR_ERROR:
        sema_mark_broken(s);
        e->type = basic(s, TYPE_ERROR);
        return e;
    case EXPR_IDENT: return check_ident(s, e);
    case EXPR_INT: return check_int(s, e);
    case EXPR_CHAR: return check_char(s, e);
    case EXPR_FLOAT: return check_float(s, e);
    case EXPR_STRING: return check_string(s, e);
    case EXPR_NULLPTR: e->type = basic(s, TYPE_NULLPTR); return e;
    case EXPR_FUNC_NAME: return check_func_name(s, e);
    case EXPR_CALL: return expr_call(s, e);
    case EXPR_MEMBER: return check_member(s, e);
    case EXPR_INDEX: return check_index(s, e);
    case EXPR_UNARY: return check_unary(s, e);
    case EXPR_BINARY: return check_spine(s, e);
    case EXPR_ASSIGN: return expr_assign(s, e);
    case EXPR_COND: return expr_cond(s, e);
    case EXPR_CAST: return expr_cast(s, e);
    case EXPR_CONVERT: return e;
    case EXPR_COMPOUND_LITERAL: return expr_compound_literal(s, e);
    case EXPR_SIZEOF_EXPR:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_EXPR:
    case EXPR_ALIGNOF_TYPE: return expr_sizeof(s, e);
    case EXPR_GENERIC: return expr_generic(s, e);
    case EXPR_STMT_EXPR: return expr_stmt_expr(s, e);
    case EXPR_LABEL_ADDR: return check_label_addr(s, e);
    case EXPR_OFFSETOF: return expr_offsetof(s, e);
    case EXPR_VA_ARG:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_CHOOSE:
    case EXPR_CONVERTVECTOR:
    case EXPR_BIT_CAST:
    case EXPR_TYPE: return expr_types(s, e);
    case EXPR_INIT_LIST:
        sema_error(s, span_of(e), "a brace-enclosed list stands where an expression is expected");
        return expr_error(s, e);
    case EXPR_EMBED: e->type = int_type(s); return e;
    case EXPR_KIND_COUNT: break;
    }
    BUG(s->arena, "expression kind %d", e->kind);
}

Expr *expr_check(Sema *s, Expr *e)
{
    if (e && e->type)
        return e;
    if (!e) { /* the parser gave up on it */
        static const Expr nowhere = {.kind = EXPR_ERROR};
        sema_mark_broken(s);
        return expr_error(s, &nowhere);
    }
    if (s->depth >= MAX_EXPR_DEPTH) {
        sema_error(s, span_of(e), "this expression nests too deeply");
        return expr_error(s, e);
    }
    s->depth++;
    Expr *r = check_node(s, e);
    s->depth--;
    return r;
}

Expr *expr_rvalue(Sema *s, Expr *e)
{
    return convert_lvalue(s, expr_check(s, e));
}

/* An object whose value nobody wants is not read, unless it is volatile: `(void)x;`. */
Expr *expr_discard(Sema *s, Expr *e)
{
    e = expr_check(s, e);
    if (e->is_lvalue && (e->type->quals & QUAL_VOLATILE) && e->type->kind != TYPE_ARRAY)
        return convert_lvalue(s, e);
    return e;
}

Expr *expr_condition(Sema *s, Expr *e, const char *what)
{
    s->condition = e;
    e = expr_rvalue(s, e);
    if (is_error(e->type))
        return e;
    if (!type_is_scalar(e->type)) {
        sema_error(s, span_of(e), "%s has type `%s`; an arithmetic or pointer type is needed", what,
                   SPELL(s, e->type));
        return expr_error(s, e);
    }
    return e;
}

bool expr_const_int(Sema *s, Expr **e, i128 *value)
{
    *e = expr_rvalue(s, *e);
    if (is_error((*e)->type) || !type_is_integer((*e)->type))
        return false;
    if (sema_const_int(*e, value))
        return true;
    ConstValue v; /* what both compilers fold, with a warning */
    if (!const_eval(s->unit, *e, &v) || v.kind != CONST_INT)
        return false;
    *value = v.i;
    expr_set_const(*e, type_wrap((*e)->type, (u128)v.i));
    return true;
}
