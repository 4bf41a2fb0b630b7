/* mir/lower_init.c - initialisers of automatic objects.
 *
 * In: the place of the object and its initialiser, which sema has flattened to a list of (offset,
 * type, value). Out: stores in order. What the list leaves out is zero (C23 6.7.11p20), so the
 * object is filled with zeros first, unless the list provably covers it.
 *
 *     struct { int a; int b[2]; } s = { .b = { 1 } };     zero s; store s.b[0] = 1
 *
 * An entry knows its offset, not its path: the path is found again by descending into the type. */
#include "mir/lower_internal.h"

enum { UNROLL = 8 }; /* longer [lo ... hi] ranges become a loop */

/* ---- from an offset to a path --------------------------------------------------------------- */

static bool matches(const Type *t, const InitEntry *en)
{
    if (en->bit_field)
        return false;
    if (t->canon == en->type->canon)
        return true;
    if (t->kind == TYPE_ARRAY && en->type->kind == TYPE_ARRAY)
        return t->elem->canon == en->type->elem->canon || t->elem->kind == en->type->elem->kind;
    return t->kind == en->type->kind && (t->kind == TYPE_POINTER || t->kind == TYPE_ENUM);
}

static bool descend(Lower *l, PlaceBuilder *b, uint64_t offset, const InitEntry *en);

static bool try_step(Lower *l, PlaceBuilder *b, Projection p, uint64_t offset, const InitEntry *en)
{
    const Type *before = b->p.type;
    lower_step(l, b, p);
    if (descend(l, b, offset, en))
        return true;
    lower_unstep(b, before);
    return false;
}

static const Type *member_type(Lower *l, const Type *record, const Field *f)
{
    uint32_t quals = record->quals & (QUAL_CONST | QUAL_VOLATILE);
    return quals ? type_qualified(l->unit->types, f->type, quals) : f->type;
}

static bool descend_record(Lower *l, PlaceBuilder *b, uint64_t offset, const InitEntry *en)
{
    const Type *t = b->p.type;
    const Record *r = t->u.record;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        Projection p = {.kind = PROJ_FIELD, .field = f, .type = member_type(l, t, f)};
        if (en->bit_field == f) {
            lower_step(l, b, p);
            return true;
        }
        if (f->is_bit_field || offset < f->offset)
            continue;
        if (!f->flexible && f->type->size && offset - f->offset >= f->type->size)
            continue;
        if (try_step(l, b, p, offset - f->offset, en))
            return true;
    }
    return false;
}

/* Extends b by the steps to the part at `offset` that has the entry's type. */
static bool descend(Lower *l, PlaceBuilder *b, uint64_t offset, const InitEntry *en)
{
    const Type *t = b->p.type;
    if (offset == 0 && matches(t, en))
        return true;
    if (t->kind == TYPE_ARRAY || t->kind == TYPE_VECTOR) {
        if (!t->elem->size)
            return false;
        Operand i = lower_int(l, lower_ptrdiff_type(l), (i128)(offset / t->elem->size));
        Projection p = {.kind = PROJ_INDEX, .index = i, .type = t->elem};
        return try_step(l, b, p, offset % t->elem->size, en);
    }
    if (t->kind == TYPE_COMPLEX) {
        bool im = offset >= t->elem->size;
        Projection p = {.kind = im ? PROJ_IMAG : PROJ_REAL, .type = t->elem};
        return try_step(l, b, p, im ? offset - t->elem->size : offset, en);
    }
    return type_is_record(t) ? descend_record(l, b, offset, en) : false;
}

static PlaceBuilder fork(Lower *l, const PlaceBuilder *b)
{
    PlaceBuilder copy = *b;
    memset(&copy.more, 0, sizeof copy.more);
    for (uint32_t i = 0; i < b->more.len; i++)
        VEC_PUSH(l->arena, &copy.more, b->more.data[i]);
    return copy;
}

static PlaceBuilder part(Lower *l, const PlaceBuilder *target, const InitEntry *en, uint64_t offset)
{
    PlaceBuilder b = fork(l, target);
    if (!descend(l, &b, offset, en))
        BUG(l->arena, "no part of %s at offset %llu is a %s", type_spell(l->arena, b.p.type),
            (unsigned long long)offset, type_spell(l->arena, en->type));
    return b;
}

/* ---- does the list cover the object? -------------------------------------------------------- */

/* Bits that carry value: padding does not count. A union counts whole, so that only a
 * member of the same size covers it. */
static uint64_t value_bits(const Type *t)
{
    uint64_t sum = 0;
    if (t->kind == TYPE_ARRAY)
        return t->u.array.count * value_bits(t->elem);
    if (t->kind != TYPE_STRUCT)
        return t->size * 8;
    for (uint32_t i = 0; i < t->u.record->field_count; i++) {
        const Field *f = &t->u.record->fields[i];
        if (f->flexible)
            continue;
        if (!f->is_bit_field)
            sum += value_bits(f->type);
        else if (f->name)
            sum += f->bit_width;
    }
    return sum;
}

static bool covers(const Type *t, const Expr *list)
{
    uint64_t sum = 0, last = 0;
    for (uint32_t i = 0; i < list->u.init.entry_count; i++) {
        const InitEntry *en = &list->u.init.entries[i];
        uint64_t at = en->offset * 8 + (en->bit_field ? en->bit_field->bit_offset : 0) + 1;
        if (at <= last)
            return false; /* out of order: some part may be given twice */
        last = at;
        sum += (en->bit_field ? en->bit_field->bit_width : value_bits(en->type)) * en->repeat;
    }
    return sum == value_bits(t);
}

/* ---- stores --------------------------------------------------------------------------------- */

static void string_array(Lower *l, PlaceId p, const Expr *e)
{
    Operand s = lower_string(l, e, type_pointer(l->unit->types, e->type));
    Inst *in = lower_emit(l, INST_STRING, span_of(e));
    in->a = p;
    in->x = s;
    in->flags |= INST_INIT;
}

static void aggregate(Lower *l, PlaceId p, const Expr *e)
{
    lower_aggregate(l, e, p);
    if (l->cur.i == ID_NONE)
        return;
    if (l->open.len && VEC_LAST(&l->open).op == INST_COPY && VEC_LAST(&l->open).a.i == p.i)
        VEC_LAST(&l->open).flags |= INST_INIT;
}

static bool is_string(const Expr *e)
{
    return e->kind == EXPR_STRING || e->kind == EXPR_FUNC_NAME;
}

/* Index loop for a long range: for (i = 0; i < repeat; i++) part[first + i] = v. */
static void fill_loop(Lower *l, const PlaceBuilder *b, uint64_t repeat, Operand v, Span span)
{
    const Type *type = lower_size_type(l);
    LocalId i = lower_local(l, LOCAL_VAR, type, NULL, span);
    BlockId head = lower_new_block(l), body = lower_new_block(l), out = lower_new_block(l);
    Inst *in = lower_emit(l, INST_LIVE, span);
    in->dst = i;
    in->flags |= INST_IMPLICIT;
    lower_store(l, lower_local_place(l, i, span), lower_int(l, type, 0), INST_IMPLICIT, span);
    lower_start(l, head);
    Operand n = lower_load(l, lower_local_place(l, i, span), type, span);
    Operand more = lower_binary(l, BIN_LT, n, lower_int(l, type, (i128)repeat),
                                type_basic(l->unit->types, TYPE_INT), span);
    lower_end(l, (Term){.kind = TERM_BRANCH,
                        .x = more,
                        .then = body,
                        .other = out,
                        .span = span,
                        .implicit = true});
    lower_start(l, body);
    PlaceBuilder element = fork(l, b);
    Projection *last = lower_step_at(&element, element.p.count - 1);
    Operand first = last->index;
    first.type = type;
    last->index = first.u.bits ? lower_binary(l, BIN_ADD, n, first, type, span) : n;
    lower_store(l, lower_place_done(l, &element), v, INST_INIT, span);
    n = lower_binary(l, BIN_ADD, n, lower_int(l, type, 1), type, span);
    lower_store(l, lower_local_place(l, i, span), n, INST_IMPLICIT, span);
    lower_goto(l, head, span);
    lower_start(l, out);
    in = lower_emit(l, INST_DEAD, span);
    in->dst = i;
    in->flags |= INST_IMPLICIT;
}

static void entry(Lower *l, const PlaceBuilder *target, const InitEntry *en)
{
    Span span = span_of(en->value);
    PlaceBuilder b = part(l, target, en, en->offset);
    b.p.span = span;
    if (en->repeat <= 1) {
        lower_init(l, &b, en->value);
        return;
    }
    bool scalar = !lower_is_aggregate(en->type) && en->value->kind != EXPR_INIT_LIST;
    Operand v = scalar ? lower_value(l, en->value) : (Operand){0};
    bool last_index = b.p.count && lower_step_at(&b, b.p.count - 1)->kind == PROJ_INDEX;
    if (scalar && last_index && en->repeat > UNROLL) {
        fill_loop(l, &b, en->repeat, v, span);
        return;
    }
    PlaceId first = NO_PLACE;
    for (uint64_t i = 0; i < en->repeat; i++) {
        PlaceBuilder p = part(l, target, en, en->offset + i * en->type->size);
        p.p.span = span;
        PlaceId id = lower_place_done(l, &p);
        if (scalar) {
            lower_store(l, id, v, INST_INIT, span);
        } else if (place_is(first)) {
            lower_copy(l, id, first, INST_INIT, span);
        } else {
            lower_init(l, &p, en->value);
            first = id;
        }
    }
}

static void list(Lower *l, PlaceBuilder *target, const Expr *init)
{
    const Type *t = target->p.type;
    if (lower_variable_size(t) || !covers(t, init))
        lower_zero_fill(l, lower_place_done(l, target), span_of(init));
    for (uint32_t i = 0; i < init->u.init.entry_count; i++)
        entry(l, target, &init->u.init.entries[i]);
}

void lower_init(Lower *l, PlaceBuilder *target, const Expr *init)
{
    const Type *t = target->p.type;
    bool whole = lower_is_aggregate(t) || t->kind == TYPE_VECTOR || t->kind == TYPE_COMPLEX;
    lower_enter(l);
    if (init->kind == EXPR_INIT_LIST && whole) {
        list(l, target, init);
    } else if (t->kind == TYPE_ARRAY && is_string(init)) {
        string_array(l, lower_place_done(l, target), init);
    } else if (lower_is_aggregate(t)) {
        aggregate(l, lower_place_done(l, target), init);
    } else {
        Operand v = lower_value(l, init);
        lower_store(l, lower_place_done(l, target), v, INST_INIT, span_of(init));
    }
    l->depth--;
}

/* ---- static objects are initialised before the program starts; only their labels matter ----- */

void lower_scan_labels(Lower *l, const Expr *e)
{
    if (!l->source->has_computed_goto)
        return;
    lower_enter(l);
    if (e->kind == EXPR_LABEL_ADDR) {
        lower_take_label(l, lower_label(l, e->u.label_addr.name));
    } else if (e->kind == EXPR_INIT_LIST) {
        for (uint32_t i = 0; i < e->u.init.entry_count; i++)
            lower_scan_labels(l, e->u.init.entries[i].value);
    } else if (e->kind == EXPR_CAST || e->kind == EXPR_CONVERT ||
               e->kind == EXPR_COMPOUND_LITERAL) {
        if (e->u.cast.operand)
            lower_scan_labels(l, e->u.cast.operand);
    } else if (e->kind == EXPR_BINARY) {
        lower_scan_labels(l, e->u.binary.lhs);
        lower_scan_labels(l, e->u.binary.rhs);
    }
    l->depth--;
}
