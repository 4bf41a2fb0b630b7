/* sema/init.c - initialisers, flattened to a list of stores.
 *
 * What comes in: a type and an initialiser with nested braces, designators, ranges, elided
 * braces. What goes out: InitEntries: offset, type, converted value; the rest of the object is
 * zero. The one idea: a cursor over the items of one pair of braces walks the type;
 *
 *     struct { int a; struct { int b, c; } s[2]; } x = { 1, 2, 3, .s[1].c = 4 };
 *     entries: (0, 1) (4, 2) (8, 3) (16, 4)
 *
 *     fill    takes items for the members of an aggregate, one after the other
 *     place   takes the items for one object: one value, a list in braces, or (elided braces)
 *             as many as its members need
 *
 * C23 6.7.11: p17-p24 for designators and the current object, p25 for elided braces. */
#include <stdlib.h>

#include "sema/sema_internal.h"

enum { MAX_COPIES = 1 << 18 }; /* entries made of one range designator */

/* The member of a union that was initialised last. */
typedef struct ActiveMember {
    uint64_t offset;
    const Type *of;
    const Field *field;
} ActiveMember;

typedef struct Init {
    Sema *s;
    VEC(InitEntry) out;
    bool is_static;
    bool c23;
    uint32_t depth;  /* of braces; 1: the outermost */
    uint32_t nested; /* aggregates inside the object */
    uint64_t high;   /* bytes: where the entries so far end */
    bool back;       /* some part was given again: later entries override earlier ones */
    bool values;     /* some entry is the value of a whole struct or union */
    VEC(ActiveMember) active;
} Init;

typedef struct Cursor {
    Expr *list;
    uint32_t i;    /* the current item */
    Designator *d; /* of the current item, as far as they are not used up */
} Cursor;

static Cursor cursor_new(Expr *list)
{
    return (Cursor){list, 0, list->u.init.count ? list->u.init.items[0].designators : NULL};
}

static bool cursor_done(const Cursor *c)
{
    return c->i >= c->list->u.init.count;
}

static void cursor_next(Cursor *c)
{
    c->i++;
    c->d = cursor_done(c) ? NULL : c->list->u.init.items[c->i].designators;
}

static Expr **cursor_value(const Cursor *c)
{
    return &c->list->u.init.items[c->i].value;
}

static uint64_t braced(Init *in, const Type *t, Expr *list, uint64_t off, const Field *f);
static void place(Init *in, Cursor *c, const Type *t, uint64_t off, const Field *f);
static uint64_t fill(Init *in, Cursor *c, const Type *t, uint64_t off, uint64_t start, bool braces);

/* ---- constants ----------------------------------------------------------------------------- */

/* The value of a variable that is not const, or of a part of it. */
static bool reads_variable(const Expr *e)
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
    if (e->kind != EXPR_IDENT || !e->u.ident.sym)
        return false;
    const Symbol *sym = e->u.ident.sym;
    return (sym->kind == SYM_VAR || sym->kind == SYM_PARAM) && !sym->is_constexpr &&
           !(sym->type->quals & QUAL_CONST);
}

/* `static double pi = 4 * atan(1.0);`: GCC knows the mathematical functions of the library. */
static bool folded_by_gcc(const Expr *call)
{
    const Symbol *f = expr_symbol(call->u.call.callee);
    return f && f->builtin != BUILTIN_NONE && type_is_floating(call->type);
}

/* Surely no constant, whatever a compiler folds: rejected in static initialisers. */
static bool never_constant(const Expr *e, bool address, uint32_t depth)
{
    e = expr_strip(e);
    if (e->is_const || depth > 200)
        return false;
    switch ((ExprKind)e->kind) {
    case EXPR_CALL: return !e->u.call.builtin && !folded_by_gcc(e);
    case EXPR_ASSIGN: return true;
    case EXPR_IDENT: {
        const Symbol *sym = e->u.ident.sym;
        if (!sym || (sym->kind != SYM_VAR && sym->kind != SYM_PARAM))
            return false;
        if (address)
            return !sym->is_global || sym->thread_local_;
        return !sym->is_constexpr && !(sym->type->quals & QUAL_CONST);
    }
    case EXPR_MEMBER:
        return never_constant(e->u.member.base, address && !(e->flags & EXPR_FLAG_ARROW),
                              depth + 1);
    case EXPR_INDEX:
        return never_constant(e->u.binary.lhs, address, depth + 1) ||
               never_constant(e->u.binary.rhs, false, depth + 1);
    case EXPR_BINARY:
        if ((e->op == BIN_DIV || e->op == BIN_REM) && e->u.binary.rhs->is_const &&
            !e->u.binary.rhs->value)
            return true;
        if (never_constant(e->u.binary.lhs, false, depth + 1))
            return true;
        return e->op != BIN_LAND && e->op != BIN_LOR &&
               never_constant(e->u.binary.rhs, false, depth + 1);
    case EXPR_COND: return never_constant(e->u.cond.cond, false, depth + 1);
    case EXPR_UNARY:
        if (e->op == UN_PRE_INC || e->op == UN_PRE_DEC || e->op == UN_POST_INC ||
            e->op == UN_POST_DEC)
            return true;
        if (e->op == UN_DEREF)
            return never_constant(e->u.unary.operand, false, depth + 1);
        return never_constant(e->u.unary.operand, e->op == UN_ADDR, depth + 1);
    case EXPR_CAST:
    case EXPR_CONVERT:
        if (e->op == CONVERT_PTR_INT && type_bytes(e->type) < type_bytes(e->u.cast.operand->type))
            return true; /* half an address */
        if (e->op == CONVERT_LVALUE && reads_variable(e->u.cast.operand))
            return true;
        return never_constant(e->u.cast.operand, e->op == CONVERT_DECAY, depth + 1);
    case EXPR_ERROR:
    case EXPR_INT:
    case EXPR_CHAR:
    case EXPR_FLOAT:
    case EXPR_STRING:
    case EXPR_NULLPTR:
    case EXPR_FUNC_NAME:
    case EXPR_COMPOUND_LITERAL:
    case EXPR_SIZEOF_EXPR:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_EXPR:
    case EXPR_ALIGNOF_TYPE:
    case EXPR_GENERIC:
    case EXPR_STMT_EXPR:
    case EXPR_LABEL_ADDR:
    case EXPR_VA_ARG:
    case EXPR_OFFSETOF:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_CHOOSE:
    case EXPR_CONVERTVECTOR:
    case EXPR_BIT_CAST:
    case EXPR_INIT_LIST:
    case EXPR_TYPE:
    case EXPR_EMBED:
    case EXPR_KIND_COUNT: return false;
    }
    return false;
}

/* C23 6.7.11p6: static objects are initialised with constants. */
static void check_static(Init *in, Expr *v)
{
    ConstValue c;
    if (!in->is_static || is_error(v->type) || v->is_const || v->kind == EXPR_STRING)
        return;
    if (const_eval(in->s->unit, v, &c)) {
        if (c.kind == CONST_ADDRESS)
            v->flags |= EXPR_FLAG_ADDR_CONST;
    } else if (never_constant(v, false, 0)) {
        sema_error(in->s, span_of(v), "the initialiser of a static object is no constant");
    }
}

/* ---- entries ------------------------------------------------------------------------------- */
static void push(Init *in, InitEntry e)
{
    uint64_t end = e.offset + type_bytes(e.type) * e.repeat;
    if (e.offset < in->high && !e.bit_field)
        in->back = true;
    if (end > in->high && !e.bit_field)
        in->high = end;
    VEC_PUSH(in->s->tree, &in->out, e);
}

static void emit(Init *in, uint64_t off, const Type *t, Expr *v, const Field *f)
{
    InitEntry e = {off, 1, f && f->is_bit_field ? f : NULL, t, v};
    check_static(in, v);
    in->values |= type_is_record(t) && v->kind != EXPR_INIT_LIST;
    push(in, e);
}

/* ---- what is given twice -------------------------------------------------------------------- */

/* C23 6.7.11p20: a list in braces for a part that has been given before begins with zeros. */
static void begin_again(Init *in, const Type *t, uint64_t off, const Expr *like)
{
    if (off >= in->high || !type_bytes(t))
        return;
    Expr *zero = ARENA_NEW(in->s->tree, Expr);
    zero->kind = EXPR_INIT_LIST;
    zero->begin = like->begin;
    zero->end = like->end;
    zero->at = like->at;
    zero->type = t;
    push(in, (InitEntry){off, 1, NULL, t, zero});
}

/* A designator leads into t, all of which the value of an expression has initialised: GCC forgets
 * that value, Clang keeps the rest of it. */
static void forget_value(Init *in, const Type *t, uint64_t off, const Expr *like)
{
    if (!in->values || !type_is_record(t) || in->s->target->clang)
        return;
    for (uint32_t i = in->out.len; i-- > 0;) {
        const InitEntry *e = &in->out.data[i];
        if (e->bit_field || e->offset != off || e->type->canon != t->canon)
            continue;
        if (e->value->kind != EXPR_INIT_LIST)
            begin_again(in, t, off, like);
        return;
    }
}

/* Another member of a union takes the place of the one before. */
static void activate(Init *in, const Type *t, uint64_t off, const Field *f, const Expr *like)
{
    if (t->kind != TYPE_UNION || off >= in->high)
        goto note;
    for (uint32_t i = in->active.len; i-- > 0;) {
        ActiveMember *m = &in->active.data[i];
        if (m->offset != off || m->of != t->canon)
            continue;
        if (m->field != f)
            begin_again(in, t, off, like);
        m->field = f;
        return;
    }
note:
    if (t->kind == TYPE_UNION)
        VEC_PUSH(in->s->tree, &in->active, ((ActiveMember){off, t->canon, f}));
}

typedef struct Extent {
    u128 begin, end; /* bits */
    uint32_t order;
} Extent;

static Extent extent_of(const InitEntry *e, uint32_t order)
{
    u128 begin = (u128)e->offset * 8, bits = (u128)type_bytes(e->type) * 8 * e->repeat;
    if (e->bit_field) {
        begin += e->bit_field->bit_offset;
        bits = e->bit_field->bit_width;
    }
    return (Extent){begin, begin + bits, order};
}

static int outer_first(const void *a, const void *b)
{
    const Extent *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return x->order > y->order ? -1 : x->order < y->order;
}

/* Drops the entries that a later one covers. Those that overlap lie within one another, as parts of
 * an object do, so a walk with the outer ones on a stack finds them. */
static void drop_overridden(Init *in)
{
    uint32_t n = in->out.len, depth = 0, kept = 0;
    if (!in->back || n < 2)
        return;
    Extent *all = ARENA_ARRAY(in->s->tree, Extent, n), *open = ARENA_ARRAY(in->s->tree, Extent, n);
    bool *drop = ARENA_ARRAY(in->s->tree, bool, n);
    for (uint32_t i = 0; i < n; i++)
        all[i] = extent_of(&in->out.data[i], i);
    qsort(all, n, sizeof *all, outer_first);
    for (uint32_t i = 0; i < n; i++) {
        Extent e = all[i];
        while (depth && open[depth - 1].end < e.end)
            depth--;
        uint32_t latest = depth ? open[depth - 1].order : 0;
        drop[e.order] = depth && latest > e.order;
        if (depth && latest > e.order)
            e.order = latest; /* the latest of all around what comes inside */
        open[depth++] = e;
    }
    for (uint32_t i = 0; i < n; i++)
        if (!drop[i])
            in->out.data[kept++] = in->out.data[i];
    in->out.len = kept;
}

/* ---- strings, #embed ------------------------------------------------------------------------ */

/* The string literal that v is, perhaps in parentheses or braces, for an array of type t. */
static Expr *string_for(const Type *t, Expr *v)
{
    while (v->kind == EXPR_INIT_LIST && v->u.init.count == 1 && !v->u.init.items[0].designators)
        v = v->u.init.items[0].value;
    const Expr *x = expr_strip(v);
    if (t->kind != TYPE_ARRAY || x->kind != EXPR_STRING)
        return NULL;
    if (!type_is_integer(t->elem) || t->elem->size != x->u.string.elem_size ||
        t->elem->kind == TYPE_BOOL || t->elem->kind == TYPE_ENUM)
        return NULL;
    return (Expr *)(uintptr_t)x;
}

static uint64_t emit_string(Init *in, const Type *t, Expr *str, uint64_t off)
{
    expr_check(in->s, str);
    if (t->incomplete)
        t = type_array(in->s->types, t->elem, (uint64_t)str->u.string.count + 1);
    emit(in, off, t, str, NULL);
    return (uint64_t)str->u.string.count + 1;
}

/* #embed: its bytes, as a string without the zero where elements are bytes, else one by one. */
static uint64_t emit_embed(Init *in, Cursor *c, const Type *elem, uint64_t off, uint64_t room)
{
    Sema *s = in->s;
    Expr *v = *cursor_value(c);
    uint64_t n = v->u.embed.count < room ? v->u.embed.count : room;
    if (elem->size == 1 && type_is_integer(elem)) {
        Expr *str = ARENA_NEW(s->tree, Expr);
        *str = *v;
        str->kind = EXPR_STRING;
        str->u.string.bytes = v->u.embed.bytes;
        str->u.string.count = (uint32_t)n;
        str->u.string.elem_size = 1;
        str->u.string.prefix = 0;
        str->type = type_array(s->types, elem, n);
        str->is_lvalue = 1;
        emit(in, off, str->type, str, NULL);
    } else {
        AssignContext ac = {ASSIGN_INIT, LOC_NONE};
        for (uint64_t i = 0; i < n; i++) {
            Expr *b = expr_int_new(s, v, int_type(s), (unsigned char)v->u.embed.bytes[i]);
            emit(in, off + i * type_bytes(elem), elem, convert_assign(s, b, elem, &ac), NULL);
        }
    }
    if (n == v->u.embed.count) {
        cursor_next(c);
    } else {
        v->u.embed.bytes += n;
        v->u.embed.count -= (uint32_t)n;
    }
    return n;
}

/* ---- one object ---------------------------------------------------------------------------- */
static bool is_aggregate(const Type *t)
{
    return t->kind == TYPE_ARRAY || t->kind == TYPE_VECTOR || type_is_record(t);
}

static bool has_room(const Type *t)
{
    if (type_is_record(t)) {
        const Record *r = t->canon->u.record;
        for (uint32_t i = 0; i < r->field_count; i++)
            if (r->fields[i].name || !r->fields[i].is_bit_field)
                return true;
        return false;
    }
    if (t->kind == TYPE_ARRAY)
        return t->incomplete || t->u.array.count != 0;
    return true;
}

/* The value is for the whole object (and not for its first member, braces being elided). */
static bool takes_whole(Init *in, const Type *t, const Expr *v)
{
    if (type_is_record(t))
        return type_is_record(v->type) && assign_compatible_records(in->s, v->type, t);
    if (t->kind == TYPE_VECTOR)
        return v->type->kind == TYPE_VECTOR || expr_is_any_result(v);
    return t->kind == TYPE_ARRAY && v->kind == EXPR_COMPOUND_LITERAL &&
           v->type->kind == TYPE_ARRAY &&
           type_compatible(in->s->types, type_unqualified(in->s->types, t),
                           type_unqualified(in->s->types, v->type));
}

static void place_value(Init *in, Expr *v, const Type *t, uint64_t off, const Field *f)
{
    AssignContext ac = {ASSIGN_INIT, LOC_NONE};
    if (t->kind == TYPE_ARRAY) { /* GNU: a compound literal gives its elements */
        Expr *list = v->u.cast.operand;
        for (uint32_t i = 0; i < list->u.init.entry_count; i++) {
            InitEntry e = list->u.init.entries[i];
            e.offset += off;
            push(in, e);
        }
        return;
    }
    v = convert_assign(in->s, convert_lvalue(in->s, v), t, &ac);
    if (!is_error(v->type))
        emit(in, off, t, v, f);
}

/* Resolves the first designator left: which members of t are meant. False after an error. */
static bool designate(Init *in, Cursor *c, const Type *t, uint64_t *index, uint64_t *count)
{
    Sema *s = in->s;
    Designator *d = c->d;
    *count = 1;
    if (d->field) {
        const Field *path[16];
        uint32_t len = type_is_record(t) ? record_find(t->canon->u.record, d->field, path) : 0;
        if (!len) {
            if (!type_is_record(t))
                sema_error_at(s, d->loc,
                              "`.%s` designates a member of `%s`, which is no struct or union",
                              d->field->text, SPELL(s, t));
            else
                sema_error_at(s, d->loc, "`%s` has no member called `%s`", SPELL(s, t),
                              d->field->text);
            return false;
        }
        *index = path[0]->index;
        if (len == 1)
            c->d = d->next; /* else the anonymous member finds it again */
        return true;
    }
    i128 lo, hi;
    if (t->kind != TYPE_ARRAY && t->kind != TYPE_VECTOR) {
        sema_error_at(s, d->loc, "the designator subscripts `%s`, which is no array", SPELL(s, t));
        return false;
    }
    if (!expr_const_int(s, &d->lo, &lo))
        goto no_constant;
    hi = lo;
    if (d->hi && !expr_const_int(s, &d->hi, &hi))
        goto no_constant;
    bool open = t->kind == TYPE_ARRAY && t->incomplete;
    if (lo < 0 || hi < lo || hi > INT64_MAX || (!open && hi >= (i128)t->u.array.count)) {
        sema_error_at(s, d->loc, "the designated element lies outside `%s`", SPELL(s, t));
        return false;
    }
    *index = (uint64_t)lo;
    *count = (uint64_t)(hi - lo) + 1;
    c->d = d->next;
    return true;
no_constant:
    if (!is_error(d->lo->type) && !(d->hi && d->hi->type && is_error(d->hi->type)))
        sema_error_at(s, d->loc, "the index of a designator must be an integer constant");
    return false;
}

/* Skips the current item, but looks at its expression. */
static void drop_item(Init *in, Cursor *c)
{
    Expr **v = cursor_value(c);
    if ((*v)->kind != EXPR_INIT_LIST && (*v)->kind != EXPR_EMBED)
        *v = expr_check(in->s, *v);
    cursor_next(c);
}

/* The same items for `count` elements, from [lo ... hi]. */
static void place_range(Init *in, Cursor *c, const Type *elem, uint64_t off, uint64_t count)
{
    Sema *s = in->s;
    uint32_t before = in->out.len;
    Expr *v = *cursor_value(c);
    if (count > 1 && !c->d && v->kind == EXPR_INIT_LIST && type_is_record(elem)) {
        Expr *lit = ARENA_NEW(s->tree, Expr);
        *lit = *v;
        lit->kind = EXPR_COMPOUND_LITERAL;
        lit->type = NULL;
        lit->u.cast.type = NULL;
        lit->u.cast.operand = v;
        lit->is_lvalue = 1;
        lit->type = init_object(s, elem, &lit->u.cast.operand, in->is_static);
        push(in, (InitEntry){off, count, NULL, elem, convert_lvalue(s, lit)});
        cursor_next(c);
        return;
    }
    place(in, c, elem, off, NULL);
    if (count <= 1 || in->out.len == before)
        return;
    InitEntry *only = &in->out.data[before];
    if (in->out.len == before + 1 && only->type->canon == elem->canon && only->repeat == 1) {
        in->out.len--;
        InitEntry all = *only;
        all.repeat = count;
        push(in, all);
        return;
    }
    uint32_t n = in->out.len - before;
    for (uint64_t k = 1; k < count && in->out.len < before + MAX_COPIES; k++)
        for (uint32_t i = 0; i < n; i++) {
            InitEntry e = in->out.data[before + i];
            e.offset += k * type_bytes(elem);
            push(in, e);
        }
}

/* The element or member of t that comes at `index`. */
static void place_member(Init *in, Cursor *c, const Type *t, uint64_t off, uint64_t index,
                         uint64_t count)
{
    if (type_is_record(t)) {
        const Field *f = &t->canon->u.record->fields[index];
        /* GCC allows a string one level further down. */
        bool text = !in->s->target->clang && string_for(f->type, *cursor_value(c));
        uint32_t deepest = text ? 1 : 0;
        activate(in, t, off, f, *cursor_value(c));
        if (f->flexible && f->type->incomplete && (in->nested > deepest || !in->is_static)) {
            sema_error(in->s, span_of(*cursor_value(c)),
                       in->nested > deepest
                           ? "flexible array member `%s` is initialised inside another object"
                           : "flexible array member `%s` of an automatic object is initialised",
                       NAME_TEXT(f->name));
            c->d = NULL;
            drop_item(in, c);
            return;
        }
        place(in, c, f->type, off + f->offset, f);
    } else {
        place_range(in, c, t->elem, off + index * type_bytes(t->elem), count);
    }
}

static void place_object(Init *in, Cursor *c, const Type *t, uint64_t off, const Field *f);

static void place(Init *in, Cursor *c, const Type *t, uint64_t off, const Field *f)
{
    in->nested++;
    place_object(in, c, t, off, f);
    in->nested--;
}

static void place_object(Init *in, Cursor *c, const Type *t, uint64_t off, const Field *f)
{
    Sema *s = in->s;
    uint64_t index, count;
    if (is_error(t)) {
        sema_mark_broken(s);
        c->d = NULL;
        drop_item(in, c);
        return;
    }
    if (c->d) { /* .a.b: designators go on inside */
        if (!designate(in, c, t, &index, &count)) {
            c->d = NULL;
            drop_item(in, c);
            return;
        }
        forget_value(in, t, off, *cursor_value(c));
        place_member(in, c, t, off, index, count);
        fill(in, c, t, off, t->kind == TYPE_UNION ? UINT64_MAX : index + count, false);
        return;
    }
    Expr **v = cursor_value(c);
    if ((*v)->kind == EXPR_INIT_LIST) {
        braced(in, t, *v, off, f);
        cursor_next(c);
        return;
    }
    if ((*v)->kind == EXPR_EMBED) {
        if (is_aggregate(t))
            fill(in, c, t, off, 0, false);
        else if (emit_embed(in, c, t, off, 1) == 0)
            cursor_next(c);
        return;
    }
    Expr *str = string_for(t, *v);
    if (str) {
        emit_string(in, t, str, off);
        cursor_next(c);
        return;
    }
    *v = expr_check(s, *v);
    if (is_error((*v)->type)) {
        sema_mark_broken(s);
        cursor_next(c);
    } else if (!is_aggregate(t) || takes_whole(in, t, *v)) {
        place_value(in, *v, t, off, f);
        cursor_next(c);
    } else if (has_room(t)) {
        fill(in, c, t, off, 0, false);
    } else if (type_is_record(t)) {
        drop_item(in, c);
    }
}

/* ---- aggregates ---------------------------------------------------------------------------- */
static bool skipped_member(const Field *f)
{
    return !f->name && f->is_bit_field;
}

/* How many members t can take; unknown arrays take any number. */
static uint64_t member_limit(const Type *t)
{
    if (type_is_record(t))
        return t->canon->u.record->field_count;
    if (t->kind == TYPE_ARRAY && t->incomplete)
        return UINT64_MAX;
    return t->u.array.count;
}

/* Returns one past the highest element that got a value. */
static uint64_t fill(Init *in, Cursor *c, const Type *t, uint64_t off, uint64_t start, bool braces)
{
    uint64_t limit = member_limit(t), i = start, highest = 0;
    bool full = t->kind == TYPE_UNION && start == UINT64_MAX;
    if (type_is_record(t) && !type_is_complete(t))
        return 0;
    while (!cursor_done(c)) {
        uint64_t count = 1;
        if (c->d) {
            if (!braces)
                break;
            if (!designate(in, c, t, &i, &count)) {
                c->d = NULL;
                drop_item(in, c);
                continue;
            }
        } else {
            while (type_is_record(t) && i < limit && skipped_member(&t->canon->u.record->fields[i]))
                i++;
            if (full || i >= limit) {
                if (!braces)
                    break;
                drop_item(in, c); /* one too many; both compilers only warn */
                continue;
            }
        }
        if (!type_is_record(t) && !c->d && count == 1 && (*cursor_value(c))->kind == EXPR_EMBED) {
            i += emit_embed(in, c, t->elem, off + i * type_bytes(t->elem), limit - i);
            if (i > highest)
                highest = i;
            continue;
        }
        uint32_t at = c->i;
        place_member(in, c, t, off, i, count);
        i += count;
        if (i > highest)
            highest = i;
        if (t->kind == TYPE_UNION) {
            full = true;
            if (!braces)
                break;
        }
        if (c->i == at && limit == UINT64_MAX)
            drop_item(in, c); /* elements without members */
    }
    return highest;
}

/* A list in braces for one object of type t. Returns the number of elements of an array. */
static uint64_t braced(Init *in, const Type *t, Expr *list, uint64_t off, const Field *f)
{
    Sema *s = in->s;
    Cursor c = cursor_new(list);
    uint64_t n = 0;
    list->type = t;
    if (in->depth > 1000) {
        sema_error(s, span_of(list), "this initialiser nests too deeply");
        return 0;
    }
    in->depth++;
    if (is_aggregate(t) && !t->incomplete)
        begin_again(in, t, off, list);
    Expr *str = list->u.init.count ? string_for(t, list) : NULL;
    if (str) {
        n = emit_string(in, t, str, off);
    } else if (is_aggregate(t)) {
        n = fill(in, &c, t, off, 0, true);
    } else if (cursor_done(&c)) {
        if (!in->c23)
            sema_error(s, span_of(list), "the initialiser of the scalar type `%s` is empty",
                       SPELL(s, t));
    } else {
        if (c.d) {
            sema_error_at(s, c.d->loc, "a designator can't be used for the scalar type `%s`",
                          SPELL(s, t));
            c.d = NULL;
        }
        place(in, &c, t, off, f);
        while (!cursor_done(&c))
            drop_item(in, &c);
    }
    in->depth--;
    return n;
}

/* ---- the whole initialiser ----------------------------------------------------------------- */

/* Expressions of an initialiser whose object has an unknown type. */
static void check_only(Sema *s, Expr *e)
{
    if (e->kind != EXPR_INIT_LIST) {
        expr_check(s, e);
        return;
    }
    e->type = basic(s, TYPE_ERROR);
    for (uint32_t i = 0; i < e->u.init.count; i++) {
        Expr *v = e->u.init.items[i].value;
        if (v->kind != EXPR_INIT_LIST && v->kind != EXPR_EMBED)
            expr_check(s, v);
    }
}

static const Type *init_list(Sema *s, const Type *t, Expr *list, bool is_static)
{
    Init in = {.s = s, .is_static = is_static};
    in.c23 = !s->unit->dialect || s->unit->dialect->std >= STD_C23;
    uint64_t n = braced(&in, t, list, 0, NULL);
    if (t->kind == TYPE_ARRAY && t->incomplete && !t->vla) {
        const Type *full = type_array(s->types, t->elem, n);
        t = t->quals ? type_qualified(s->types, full, t->quals) : full;
        list->type = t;
    }
    drop_overridden(&in);
    list->u.init.entries = in.out.data;
    list->u.init.entry_count = in.out.len;
    return t;
}

static const Type *init_string(Sema *s, const Type *t, Expr *str)
{
    expr_check(s, str);
    if (!t->incomplete)
        return t;
    return type_array(s->types, t->elem, (uint64_t)str->u.string.count + 1);
}

const Type *init_object(Sema *s, const Type *t, Expr **init, bool is_static)
{
    Expr *e = *init;
    if (is_error(t)) {
        check_only(s, e);
        return t;
    }
    if (e->kind == EXPR_INIT_LIST)
        return init_list(s, t, e, is_static);
    Expr *str = string_for(t, e);
    if (str) {
        *init = str;
        return init_string(s, t, str);
    }
    *init = e = expr_check(s, e);
    if (is_error(e->type))
        return t;
    if (t->kind == TYPE_ARRAY) {
        if (e->kind == EXPR_COMPOUND_LITERAL && e->type->kind == TYPE_ARRAY &&
            type_compatible(s->types, type_unqualified(s->types, t->elem),
                            type_unqualified(s->types, e->type->elem))) {
            *init = e->u.cast.operand; /* GNU: an array from a compound literal */
            return t->incomplete ? e->type : t;
        }
        sema_error(s, span_of(e), "an array must be initialised with a list in braces%s",
                   type_is_integer(t->elem) && t->elem->size <= 4 ? " or a string literal" : "");
        *init = expr_error(s, e);
        return t;
    }
    AssignContext ac = {ASSIGN_INIT, LOC_NONE};
    Init in = {.s = s, .is_static = is_static};
    *init = e = convert_assign(s, convert_lvalue(s, e), t, &ac);
    check_static(&in, e);
    return t;
}
