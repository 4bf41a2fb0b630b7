/* sema/type_compat.c - when two types are the same to C, and the type that two of them make.
 *
 * What comes in: two types. What goes out: compatibility (C23 6.2.7), the composite type, the
 * integer promotions (6.3.1.1) and the usual arithmetic conversions (6.3.1.8). The one idea: bare
 * types are unique, so only types that hold a function or an array of unknown size somewhere need
 * a walk.
 *
 *     int (*)(char *, int[])   and   int (*)()         compatible, composite is the first
 *     unsigned short + char    ->    int               both promoted
 *     long + unsigned          ->    long, or unsigned long where long has 32 bits */
#include "sema/type_internal.h"

#define QUALS_OF_C (QUAL_CONST | QUAL_VOLATILE | QUAL_RESTRICT | QUAL_ATOMIC)

static bool quals_equal(const Type *a, const Type *b)
{
    return ((a->quals ^ b->quals) & QUALS_OF_C) == 0;
}

bool type_equal(const Type *a, const Type *b)
{
    return a == b || (a->canon == b->canon && quals_equal(a, b));
}

/* Does a prototype agree with a declaration `f()`, that is, with arguments that the default
 * promotions have been applied to? C17 6.7.6.3p15. */
static bool takes_promoted(Types *ts, const Type *f)
{
    if (f->u.fn.variadic)
        return false;
    for (uint32_t i = 0; i < f->u.fn.count; i++) {
        const Type *t = f->u.fn.params[i].type;
        if (t->kind == TYPE_FLOAT ||
            (type_is_integer(t) && type_promote(ts, t)->kind != t->kind && t->kind != TYPE_ENUM))
            return false;
    }
    return true;
}

static bool function_compatible(Types *ts, const Type *a, const Type *b)
{
    if (!type_compatible(ts, a->elem, b->elem))
        return false;
    if (!a->u.fn.has_proto && !b->u.fn.has_proto)
        return true;
    if (!a->u.fn.has_proto || !b->u.fn.has_proto)
        return takes_promoted(ts, a->u.fn.has_proto ? a : b);
    if (a->u.fn.count != b->u.fn.count || a->u.fn.variadic != b->u.fn.variadic)
        return false;
    for (uint32_t i = 0; i < a->u.fn.count; i++)
        if (!type_compatible(ts, a->u.fn.params[i].type, b->u.fn.params[i].type))
            return false;
    return true;
}

static bool below_compatible(Types *ts, const Type *a, const Type *b)
{
    return quals_equal(a, b) && type_compatible(ts, a, b);
}

/* ---- tags, C23 6.2.7p1 ---------------------------------------------------------------- */
static bool same_field(Types *ts, const Field *a, const Field *b)
{
    if (a->name != b->name || a->is_bit_field != b->is_bit_field || a->bit_width != b->bit_width ||
        a->align != b->align || !quals_equal(a->type, b->type))
        return false;
    if (!a->name && type_is_record(a->type) && a->type->kind == b->type->kind)
        return type_same_content(ts, a->type, b->type);
    return type_compatible(ts, a->type, b->type);
}

bool type_same_content(Types *ts, const Type *a, const Type *b)
{
    if (a->canon == b->canon)
        return true;
    if (a->kind == TYPE_ENUM) {
        const EnumInfo *x = a->u.enum_info, *y = b->u.enum_info;
        bool same = x->constant_count == y->constant_count && x->fixed == y->fixed &&
                    x->underlying == y->underlying;
        for (uint32_t i = 0; same && i < x->constant_count; i++)
            same = x->constants[i]->name == y->constants[i]->name &&
                   x->constants[i]->enum_value == y->constants[i]->enum_value;
        return same;
    }
    const Record *x = a->u.record, *y = b->u.record;
    if (x->field_count != y->field_count || a->size != b->size || a->align != b->align)
        return false;
    if (ts->inside > 8) /* types that lead back to themselves */
        return true;
    bool same = true;
    ts->inside++;
    for (uint32_t i = 0; same && i < x->field_count; i++)
        same = same_field(ts, &x->fields[i], &y->fields[i]);
    ts->inside--;
    return same;
}

/* Two types of one kind, with tags, from different scopes. */
static bool same_tags(Types *ts, const Type *a, const Type *b)
{
    if (!ts->tags_by_content)
        return false;
    Name x = a->kind == TYPE_ENUM ? a->u.enum_info->tag : a->u.record->tag;
    Name y = b->kind == TYPE_ENUM ? b->u.enum_info->tag : b->u.record->tag;
    if (!x || x != y)
        return false;
    return !type_is_complete(a) || !type_is_complete(b) || type_same_content(ts, a, b);
}

void types_compare_by_content(Types *ts)
{
    ts->tags_by_content = true;
}

bool type_compatible(Types *ts, const Type *a, const Type *b)
{
    if (a == b || a->canon == b->canon)
        return true;
    if (a->kind == TYPE_ERROR || b->kind == TYPE_ERROR)
        return true;
    /* C23 6.7.3.3p15: an enumerated type is compatible with its underlying type. */
    if (a->kind == TYPE_ENUM && b->kind != TYPE_ENUM) {
        const EnumInfo *e = a->u.enum_info;
        return e->underlying && e->underlying->canon == b->canon;
    }
    if (b->kind == TYPE_ENUM && a->kind != TYPE_ENUM)
        return type_compatible(ts, b, a);
    if (a->kind != b->kind)
        return false;
    switch ((TypeKind)a->kind) {
    case TYPE_POINTER: return below_compatible(ts, a->elem, b->elem);
    case TYPE_ARRAY:
        if (!below_compatible(ts, a->elem, b->elem))
            return false;
        if (a->incomplete || b->incomplete || a->vla == 2 || b->vla == 2)
            return true;
        return a->u.array.count == b->u.array.count;
    case TYPE_FUNCTION: return function_compatible(ts, a, b);
    case TYPE_VECTOR:
        return a->u.array.count == b->u.array.count && type_compatible(ts, a->elem, b->elem);
    case TYPE_COMPLEX: return type_compatible(ts, a->elem, b->elem);
    case TYPE_STRUCT:
    case TYPE_UNION:
    case TYPE_ENUM: return same_tags(ts, a, b);
    case TYPE_ERROR:
    case TYPE_VOID:
    case TYPE_BOOL:
    case TYPE_CHAR:
    case TYPE_SCHAR:
    case TYPE_UCHAR:
    case TYPE_SHORT:
    case TYPE_USHORT:
    case TYPE_INT:
    case TYPE_UINT:
    case TYPE_LONG:
    case TYPE_ULONG:
    case TYPE_LLONG:
    case TYPE_ULLONG:
    case TYPE_INT128:
    case TYPE_UINT128:
    case TYPE_BITINT:
    case TYPE_FLOAT16:
    case TYPE_BF16:
    case TYPE_FLOAT:
    case TYPE_DOUBLE:
    case TYPE_LDOUBLE:
    case TYPE_FLOAT128:
    case TYPE_FLOAT32:
    case TYPE_FLOAT64:
    case TYPE_FLOAT32X:
    case TYPE_FLOAT64X:
    case TYPE_DECIMAL32:
    case TYPE_DECIMAL64:
    case TYPE_DECIMAL128:
    case TYPE_NULLPTR:
    case TYPE_KIND_COUNT: break;
    }
    return false; /* other bare types are unique */
}

/* ---- composite types, C23 6.2.7p3 ---------------------------------------------------- */
static const Type *function_composite(Types *ts, const Type *a, const Type *b)
{
    if (!b->u.fn.has_proto)
        return a;
    if (!a->u.fn.has_proto) {
        return type_function(ts, a->elem, b->u.fn.params, b->u.fn.count, b->u.fn.variadic, true,
                             a->u.fn.attrs ? a->u.fn.attrs : b->u.fn.attrs);
    }
    const Type *result = type_composite(ts, a->elem, b->elem);
    ParamType *params = NULL;
    for (uint32_t i = 0; i < a->u.fn.count; i++) {
        const ParamType *pa = &a->u.fn.params[i], *pb = &b->u.fn.params[i];
        const Type *t = type_composite(ts, pa->type, pb->type);
        bool better = t != pa->type || (!pa->name && pb->name);
        if (better && !params)
            params = arena_copy(ts->arena, a->u.fn.params, a->u.fn.count * sizeof *params);
        if (!better)
            continue;
        params[i].type = t;
        if (!pa->name)
            params[i].name = pb->name;
        if (!pa->attrs)
            params[i].attrs = pb->attrs;
    }
    if (!params && result == a->elem)
        return a;
    return type_function(ts, result, params ? params : a->u.fn.params, a->u.fn.count,
                         a->u.fn.variadic, true, a->u.fn.attrs);
}

static const Type *requalify(Types *ts, const Type *t, const Type *like)
{
    t = type_variant(ts, t, NULL, like->notes, 0);
    return type_qualified(ts, t, like->quals);
}

const Type *type_composite(Types *ts, const Type *a, const Type *b)
{
    if (a == b || a->kind != b->kind || (a->canon == b->canon && !type_is_variably_modified(a)))
        return a;
    if (a->kind == TYPE_POINTER) {
        const Type *elem = type_composite(ts, a->elem, b->elem);
        return elem == a->elem ? a : requalify(ts, type_pointer(ts, elem), a);
    }
    if (a->kind == TYPE_ARRAY) {
        const Type *elem = type_composite(ts, a->elem, b->elem);
        const Type *counted = !a->incomplete && a->vla != 2 ? a : b;
        if (counted->incomplete || counted->vla == 2)
            counted = a->incomplete ? b : a;
        if (counted == a && elem == a->elem)
            return a;
        if (counted->vla == 2 || counted->incomplete)
            return counted;
        return type_array(ts, elem, counted->u.array.count);
    }
    if (a->kind == TYPE_FUNCTION)
        return function_composite(ts, a, b);
    return a;
}

/* ---- arithmetic conversions ---------------------------------------------------------- */
const Type *type_promote(Types *ts, const Type *t)
{
    if (t->kind == TYPE_ENUM) {
        const EnumInfo *e = t->u.enum_info;
        return e->underlying ? type_promote(ts, e->underlying) : type_basic(ts, TYPE_INT);
    }
    if (t->kind >= TYPE_BOOL && t->kind < TYPE_INT) {
        const Type *i = type_basic(ts, TYPE_INT);
        return t->is_unsigned && t->width >= i->width ? type_basic(ts, TYPE_UINT) : i;
    }
    return t->canon;
}

const Type *type_promote_bit_field(Types *ts, const Type *t, uint32_t width)
{
    const Type *i = type_basic(ts, TYPE_INT);
    if (t->kind == TYPE_BITINT)
        return t->canon;
    if (width < i->width || (width == i->width && !t->is_unsigned))
        return i;
    if (width == i->width)
        return type_basic(ts, TYPE_UINT);
    return type_promote(ts, t);
}

/* Floating types by the order in which they win, C23 6.3.1.8 and H.4.2; 0: not floating. */
static int float_rank(TypeKind k)
{
    static const uint8_t rank[TYPE_KIND_COUNT] = {
        [TYPE_FLOAT16] = 10,   [TYPE_BF16] = 10,     [TYPE_FLOAT] = 20,     [TYPE_FLOAT32] = 21,
        [TYPE_DOUBLE] = 30,    [TYPE_FLOAT32X] = 29, [TYPE_FLOAT64] = 32,   [TYPE_LDOUBLE] = 40,
        [TYPE_FLOAT64X] = 39,  [TYPE_FLOAT128] = 50, [TYPE_DECIMAL32] = 60, [TYPE_DECIMAL64] = 61,
        [TYPE_DECIMAL128] = 62};
    return rank[k];
}

/* Integer conversion rank among promoted types: width first; a standard type beats a _BitInt of
 * the same width, long long beats long. */
static uint32_t int_rank(const Type *t)
{
    uint32_t width = t->width * 16;
    return t->kind == TYPE_BITINT ? width
                                  : width + 1 + (t->kind >= TYPE_LONG) + (t->kind >= TYPE_LLONG);
}

static const Type *to_unsigned(const Types *ts, const Type *t)
{
    switch ((TypeKind)t->kind) {
    case TYPE_INT: return type_basic(ts, TYPE_UINT);
    case TYPE_LONG: return type_basic(ts, TYPE_ULONG);
    case TYPE_LLONG: return type_basic(ts, TYPE_ULLONG);
    case TYPE_INT128: return type_basic(ts, TYPE_UINT128);
    case TYPE_ERROR:
    case TYPE_VOID:
    case TYPE_BOOL:
    case TYPE_CHAR:
    case TYPE_SCHAR:
    case TYPE_UCHAR:
    case TYPE_SHORT:
    case TYPE_USHORT:
    case TYPE_UINT:
    case TYPE_ULONG:
    case TYPE_ULLONG:
    case TYPE_UINT128:
    case TYPE_BITINT:
    case TYPE_ENUM:
    case TYPE_FLOAT16:
    case TYPE_BF16:
    case TYPE_FLOAT:
    case TYPE_DOUBLE:
    case TYPE_LDOUBLE:
    case TYPE_FLOAT128:
    case TYPE_FLOAT32:
    case TYPE_FLOAT64:
    case TYPE_FLOAT32X:
    case TYPE_FLOAT64X:
    case TYPE_DECIMAL32:
    case TYPE_DECIMAL64:
    case TYPE_DECIMAL128:
    case TYPE_COMPLEX:
    case TYPE_NULLPTR:
    case TYPE_POINTER:
    case TYPE_ARRAY:
    case TYPE_VECTOR:
    case TYPE_FUNCTION:
    case TYPE_STRUCT:
    case TYPE_UNION:
    case TYPE_KIND_COUNT: break;
    }
    return t;
}

static const Type *usual_integer(Types *ts, const Type *a, const Type *b)
{
    a = type_promote(ts, a);
    b = type_promote(ts, b);
    if (a == b)
        return a;
    if (a->is_unsigned == b->is_unsigned)
        return int_rank(a) >= int_rank(b) ? a : b;
    const Type *u = a->is_unsigned ? a : b, *s = a->is_unsigned ? b : a;
    if (int_rank(u) >= int_rank(s))
        return u;
    /* A signed type of higher rank wins when it holds all values of the other one. */
    if (s->width > u->width)
        return s;
    return s->kind == TYPE_BITINT ? type_bitint(ts, s->width, true) : to_unsigned(ts, s);
}

const Type *type_usual(Types *ts, const Type *a, const Type *b)
{
    if (a->kind == TYPE_ERROR || b->kind == TYPE_ERROR)
        return type_basic(ts, TYPE_ERROR);
    if (a->kind == TYPE_VECTOR)
        return a->canon;
    if (b->kind == TYPE_VECTOR)
        return b->canon;
    bool complex = a->kind == TYPE_COMPLEX || b->kind == TYPE_COMPLEX;
    const Type *x = a->kind == TYPE_COMPLEX ? a->elem : a->canon;
    const Type *y = b->kind == TYPE_COMPLEX ? b->elem : b->canon;
    int rx = float_rank((TypeKind)x->kind), ry = float_rank((TypeKind)y->kind);
    const Type *r = rx || ry ? (rx >= ry ? x : y)->canon : NULL;
    if (!r && complex) { /* GNU integer complex types are not promoted */
        r = x->kind == y->kind ? x->canon : usual_integer(ts, x, y);
    } else if (!r) {
        r = usual_integer(ts, x, y);
    }
    return complex ? type_complex(ts, r) : r;
}
