/* engine/strfn.c - strings and buffers: lengths as numbers, and what the C library's functions do
 * with them.
 *
 *     n = strlen(s);            n: the length symbol of *s, kept until *s is written
 *     p = malloc(n);            size of H1: n
 *     strcpy(p, s);             asks n + 1 <= size of H1: violated
 *
 * A string from outside the program may be of any length. A region remembers one length, that of
 * the string at its first byte; -1 says that there is no terminating zero in the object, -2 that
 * none is there if the outside likes: it filled the object to its end. */
#include "engine/safe.h"

static const i128 LONGEST = (i128)1 << 30; /* nobody's text is longer, so that an int can hold it */

static const Type *size_type(const Analysis *an)
{
    return type_basic(an->fn->unit->types, TYPE_ULONG);
}

static Value plus(Analysis *an, State *s, Value a, Value b)
{
    if (a.kind == VAL_UNKNOWN || b.kind == VAL_UNKNOWN)
        return value_unknown();
    return value_binary(an, s, BIN_ADD, a, b, size_type(an), size_type(an));
}

/* ---- lengths --------------------------------------------------------------------------------- */
static const MirString *literal_at(const Analysis *an, Value p)
{
    const RegionInfo *i = region_info(an, p.id);
    if (p.kind != VAL_PTR || i->kind != REGION_STRING || p.off_sym || p.num < 0 ||
        i->index >= an->fn->strings.len || an->region_of_string[i->index] != p.id)
        return NULL;
    const MirString *m = &an->fn->strings.data[i->index];
    return m->elem_size == 1 && p.num <= (int64_t)m->count ? m : NULL;
}

const char *string_literal(const Analysis *an, Value p)
{
    const MirString *m = p.kind == VAL_PTR && !p.num ? literal_at(an, p) : NULL;
    if (!m || memchr(m->bytes, 0, m->count))
        return NULL;
    return arena_strndup(an->scratch, m->bytes, m->count);
}

static bool region_outside_at(const Analysis *an, const State *s, Value p)
{
    return p.kind == VAL_PTR && state_is_outside(an, s, p.id, p.off_sym ? 0 : p.num);
}

/* What memory shows: the first zero byte among cells in a row. */
static bool length_in_cells(const Analysis *an, const State *s, Value p, int64_t *length)
{
    for (int64_t n = 0; n < 64; n++) {
        Value c = state_peek(an, s, p.id, p.num + n, 0, 1, NULL);
        if (c.kind != VAL_INT)
            return false;
        if (c.num == 0) {
            *length = n;
            return true;
        }
    }
    return false;
}

/* How a branch may have bounded a string by its bytes in ways that are not understood:
 * isalpha(s[0]), or a question about one that a loop has looked for. The first `seen` are known not
 * to be zero. */
static uint8_t bytes_asked(const Analysis *an, const State *s, uint32_t region, int64_t seen)
{
    uint8_t how = 0;
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region; i++) {
        const Cell *c = &s->cells[i];
        if (c->value.kind != VAL_SYM || (!c->off_sym && c->off < seen))
            continue;
        for (uint32_t k = 0; k < s->fact_count; k++) {
            const Fact *f = &s->facts[k];
            bool itself = f->sym == c->value.id;
            if (f->asked && c->off_sym && itself)
                return VAGUE_ABOVE | VAGUE_BELOW;
            if (itself ? f->vague : f->asked && symbol_rests_on(an, f->sym, c->value.id))
                how = VAGUE_BELOW;
        }
    }
    return how;
}

static bool is_zero(const Analysis *an, const State *s, Value v)
{
    Interval i = state_interval(an, s, v, NULL);
    return i.lo == 0 && i.hi == 0;
}

/* It may have been zero on a way that a join has lost. */
static bool was_asked_once(const State *s, Value v)
{
    const Fact *f = v.kind == VAL_SYM ? fact_find(s, v.id) : NULL;
    return v.kind == VAL_UNKNOWN || (f && f->vague && f->lo <= 0 && f->hi >= 0);
}

/* It ends where a zero is, if not before. */
static void learn_end(Analysis *an, State *s, Value p, Value n)
{
    for (uint32_t i = state_first_cell(s, p.id); i < s->cell_count && s->cells[i].region == p.id;
         i++) {
        const Cell *c = &s->cells[i];
        if (was_asked_once(s, c->value))
            state_note_vague(an, s, n, VAGUE_ABOVE | VAGUE_BELOW);
        if (!value_is_number(c->value) || !is_zero(an, s, c->value))
            continue;
        if (p.off_sym || (c->off_sym && p.num))
            state_note_vague(an, s, n, VAGUE_ABOVE | VAGUE_BELOW);
        else if (c->off_sym)
            (void)state_assume_diff(an, s, n, value_sym(c->off_sym, c->off), 0);
        else if (c->off + (int64_t)c->size > p.num)
            (void)state_assume_interval(an, s, n, NULL, 0, c->off > p.num ? c->off - p.num : 0);
    }
}

/* A string whose first bytes were seen not to be zero is as long at least. */
static void learn_length(Analysis *an, State *s, Value p, Value n)
{
    if (n.kind != VAL_SYM || p.off_sym)
        return;
    int64_t seen = 0;
    for (; seen < 64; seen++) {
        Value c = state_peek(an, s, p.id, p.num + seen, 0, 1, NULL);
        if ((c.kind != VAL_INT && c.kind != VAL_SYM) || !state_excludes(an, s, c, 0))
            break;
    }
    (void)state_assume_interval(an, s, n, NULL, seen, LONGEST);
    uint8_t how = bytes_asked(an, s, p.id, p.num + seen);
    if (how)
        state_note_vague(an, s, n, how);
}

void string_seen(Analysis *an, State *s, uint32_t region)
{
    const RegionState *rs = state_region_find(s, region);
    if (!rs)
        return;
    bool copy = rs->length.kind == VAL_UNKNOWN && rs->size.kind == VAL_SYM &&
                sym_info(an, rs->size.id)->text;
    learn_length(an, s, value_ptr(region, 0), copy ? value_sym(rs->size.id, 0) : rs->length);
}

/* The length of a text that somebody is asked about; 0: it is none, or only our callers' matter. */
static uint32_t asked_length(Analysis *an, State *s, Value p)
{
    if (p.kind != VAL_PTR)
        return 0;
    const RegionState *rs = state_region_find(s, p.id);
    Value n = rs ? rs->length : value_unknown();
    if (n.kind == VAL_UNKNOWN && state_is_outside(an, s, p.id, 0))
        n = string_length(an, s, value_ptr(p.id, 0));
    return n.kind == VAL_SYM ? n.id : 0;
}

void string_asked(Analysis *an, State *s, Value p)
{
    uint32_t length = asked_length(an, s, p);
    if (p.kind == VAL_PTR)
        string_walked(an, p.id);
    if (length)
        state_note_vague(an, s, value_sym(length, 0), VAGUE_ABOVE | VAGUE_BELOW);
}

void string_walked(Analysis *an, uint32_t region)
{
    const RegionInfo *i = region_info(an, region);
    if (i->off_sym && region_is_texts(an, i->parent)) /* of an array: all of them */
        i = region_info(an, i->parent);
    const RegionInfo *held = region_info(an, i->parent);
    if (i->kind == REGION_ENTRY && held->kind == REGION_LOCAL && held->index &&
        held->index <= an->fn->param_count && held->index <= 64)
        an->result->walked |= (uint64_t)1 << (held->index - 1);
}

static Value length_of(Analysis *an, State *s, Value p);

Value string_length(Analysis *an, State *s, Value p)
{
    if (p.kind != VAL_PTR)
        return value_unknown();
    const MirString *m = literal_at(an, p);
    if (m) {
        uint32_t n = (uint32_t)p.num;
        while (n < m->count && m->bytes[n])
            n++;
        return value_int((int64_t)n - p.num);
    }
    Value n = length_of(an, s, p);
    learn_length(an, s, p, n);
    if (n.kind == VAL_SYM)
        learn_end(an, s, p, n);
    return n;
}

static Value length_of(Analysis *an, State *s, Value p)
{
    RegionState *rs = state_region(an, s, p.id);
    if (rs->length.kind != VAL_UNKNOWN && !p.off_sym && p.num == 0)
        return rs->length;
    int64_t length;
    if (!p.off_sym && length_in_cells(an, s, p, &length))
        return value_int(length);
    bool outside = region_outside_at(an, s, p);
    if (region_info(an, p.id)->kind == REGION_ENTRY && rs->content == CONTENT_ENTRY &&
        !(rs->flags & REGION_WRITTEN) && !outside && !p.off_sym && p.num == 0) {
        Value n = value_sym(sym_length(an, p.id, size_type(an)), 0);
        (void)state_assume_interval(an, s, n, NULL, 0, LONGEST);
        return n;
    }
    Value n = value_sym(sym_fresh(an, size_type(an), outside), 0);
    an->syms.data[n.id].span = region_info(an, p.id)->span;
    an->syms.data[n.id].who = region_info(an, p.id)->maker;
    an->syms.data[n.id].memory = !outside;
    an->syms.data[n.id].text = true;
    (void)state_assume_interval(an, s, n, NULL, 0, LONGEST);
    rs = state_region(an, s, p.id);
    bool bounded =
        (p.off_sym || p.num) && rs->length.kind == VAL_SYM && may_be_bounded(an, s, rs->length.id);
    if (outside && (bounded || text_is_vetted(an, s, p.id)))
        state_note_vague(an, s, n, VAGUE_ABOVE | VAGUE_BELOW);
    rs = state_region(an, s, p.id);
    Value room = rs->size; /* it ends within the object */
    if (room.kind == VAL_INT && !p.off_sym && p.num >= 0 && p.num < room.num)
        (void)state_assume_interval(an, s, n, NULL, 0, room.num - p.num - 1);
    else if (room.kind == VAL_SYM && !p.off_sym)
        (void)state_assume_diff(an, s, n, room, -p.num - 1);
    if (!p.off_sym && p.num == 0)
        state_region(an, s, p.id)->length = n;
    return n;
}

/* Level safe: a string was put into the array, or object, at p. */
static void set_ended(Analysis *an, State *s, Value p)
{
    const RegionInfo *info = p.kind == VAL_PTR ? region_info(an, p.id) : NULL;
    if (!an->safe || !info || p.off_sym || p.num < 0)
        return;
    uint64_t end = array_end(info->type, (uint64_t)p.num);
    const RegionState *rs = state_region(an, s, p.id);
    if (!end && rs->size.kind == VAL_INT && (!info->type || info->type->kind != TYPE_STRUCT))
        end = (uint64_t)rs->size.num;
    if (end <= (uint64_t)p.num)
        return;
    state_store(an, s, p.id, p.num, 0, end - (uint64_t)p.num, value_unknown());
    Cell c = {.region = p.id,
              .off = p.num,
              .size = end - (uint64_t)p.num,
              .value = value_unknown(),
              .ended = true,
              .written = an->span};
    state_put_cell(an, s, &c);
}

/* Level safe: of a string that ends somewhere in its object. */
static Value length_within(Analysis *an, State *s, Value p)
{
    const Type *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG);
    Value size = state_region(an, s, p.id)->size;
    if (size.kind != VAL_SYM || p.off_sym || p.num)
        return value_unknown();
    Value length = value_sym(sym_fresh(an, ulong_, false), 0);
    (void)state_assume_interval(an, s, length, ulong_, 0, LARGEST);
    (void)state_assume_diff(an, s, length, size, -1);
    return length;
}

void string_copied(Analysis *an, State *s, Value to, Value from, Value bytes)
{
    const RegionState *rs = from.kind == VAL_PTR ? state_region_find(s, from.id) : NULL;
    if (!rs || to.kind != VAL_PTR || from.num || from.off_sym || !value_is_number(rs->length))
        return;
    Value length = rs->length;
    Linear rest = linear_sub(linear_of(an, s, bytes), linear_of(an, s, length));
    if (rest.known && linear_interval(an, s, &rest).lo > 0)
        set_string_length(an, s, to, length);
}

void set_string_length(Analysis *an, State *s, Value p, Value length)
{
    if (length.kind != VAL_INT || length.num >= 0)
        set_ended(an, s, p);
    if (an->safe && length.kind == VAL_UNKNOWN && p.kind == VAL_PTR)
        length = length_within(an, s, p);
    if (p.kind == VAL_PTR && !p.off_sym && p.num == 0)
        state_region(an, s, p.id)->length = length;
}

/* ---- asking ---------------------------------------------------------------------------------- */
static NumberAsk ask_about(const Analysis *an, const Inst *in, const Callee *c, uint32_t i,
                           bool write)
{
    Span span = inst_argument_span(an, in, i);
    return (NumberAsk){
        .span = span.begin ? span : in->span, .subject = span, .callee = c->name, .write = write};
}

bool ask_bytes(Analysis *an, State *s, const Inst *in, const Callee *c, uint32_t i, Value bytes,
               bool write)
{
    NumberAsk ask = ask_about(an, in, c, i, write);
    Value p = inst_argument(an, s, in, i);
    /* s->name as an argument is the array, not what comes after it */
    const Type *array = argument_array(an, in, i);
    if (array && p.kind == VAL_PTR && !oblige_room(an, s, bytes, array->size, p.id, &ask))
        return false;
    return oblige_extent(an, s, p, bytes, &ask);
}

/* Is there no zero among the bytes from p on, up to the end of the object? */
static bool lacks_end(const Analysis *an, const State *s, Value p, bool *outside)
{
    const RegionState *rs = state_region_find(s, p.id);
    *outside = false;
    if (!rs || rs->size.kind != VAL_INT || p.off_sym || p.num < 0 || p.num >= rs->size.num)
        return false;
    if (rs->length.kind != VAL_UNKNOWN) {
        *outside = rs->length.num == LENGTH_OF_OUTSIDE;
        return rs->length.kind == VAL_INT && rs->length.num < 0;
    }
    for (int64_t i = p.num; i < rs->size.num; i++) {
        const Cell *cell;
        Value v = state_peek(an, s, p.id, i, 0, 1, &cell);
        if (!cell || !value_is_number(v) || !state_excludes(an, s, v, 0))
            return false;
    }
    const Cell *last = &s->cells[state_first_cell(s, p.id + 1) - 1]; /* symbolic ones come last */
    return last->region != p.id || !last->off_sym;
}

/* Its first byte was never written, and is read. */
static bool starts_uninit(Analysis *an, State *s, Value p, const NumberAsk *ask)
{
    if (p.off_sym || state_peek(an, s, p.id, p.num, 0, 1, NULL).kind != VAL_UNINIT)
        return false;
    state_store(an, s, p.id, p.num, 0, 1, value_unknown());
    Violation v = {.kind = VIOLATION_UNINIT,
                   .span = ask->span,
                   .subject = ask->subject,
                   .region = p.id,
                   .argument = true,
                   .callee = ask->callee,
                   .inner = ask->inner};
    if (!ask->conditional && !ask->unsure)
        violate(an, s, &v);
    return true;
}

static bool is_declared_string(const Field *f)
{
    return attr_find(f->attrs, ATTR_CORTEN_NULL_TERMINATED) ||
           attr_find(f->type->notes, ATTR_CORTEN_NULL_TERMINATED);
}

/* Was a zero stored at p, or behind it? */
static bool zero_follows(const Analysis *an, const State *s, Value p)
{
    for (uint32_t i = state_first_cell(s, p.id); i < s->cell_count && s->cells[i].region == p.id;
         i++) {
        const Cell *c = &s->cells[i];
        if (c->value.kind != VAL_INT || c->value.num || c->size != 1 || (!c->off_sym && !p.off_sym))
            continue;
        Value at = c->off_sym ? value_sym(c->off_sym, c->off) : value_int(c->off);
        Linear l = linear_sub(linear_of(an, s, value_offset(p)), linear_of(an, s, at));
        if (l.known && linear_interval(an, s, &l).hi <= 0)
            return true;
    }
    return false;
}

/* Is there a zero among the bytes behind p for certain? */
static bool has_end(const Analysis *an, const State *s, Value p)
{
    const RegionState *rs = state_region_find(s, p.id);
    if (region_info(an, p.id)->kind == REGION_STRING && !p.off_sym)
        return p.num >= 0;
    if (rs && zero_follows(an, s, p))
        return true;
    if (p.off_sym)
        return false;
    Value last = value_unknown();
    const RegionInfo *info = region_info(an, p.id);
    Member m;
    if (info->kind == REGION_GLOBAL && region_is_constant(an, p.id) && info->type->size &&
        number_held(an, p.id, (int64_t)info->type->size - 1,
                    type_basic(an->fn->unit->types, TYPE_CHAR), &last) &&
        last.kind == VAL_INT && last.num == 0)
        return true;
    const Expr *init =
        info->kind == REGION_GLOBAL && region_is_constant(an, p.id) && info->sym->is_definition
            ? info->sym->init
            : NULL;
    if (init && init->kind == EXPR_STRING && init->u.string.count < info->type->size &&
        p.num >= 0 && (uint64_t)p.num < info->type->size)
        return true;
    bool declared = !rs || rs->content == CONTENT_ENTRY;
    if (declared && info->type && member_at(info->type, p.num, &m) &&
        m.field->type->kind == TYPE_ARRAY && is_declared_string(m.field)) {
        int64_t from = m.base + (int64_t)m.field->offset, to = from + (int64_t)m.field->type->size;
        bool touched = false;
        for (uint32_t i = state_first_cell(s, p.id);
             i < s->cell_count && s->cells[i].region == p.id; i++)
            touched |= s->cells[i].off < to && s->cells[i].off + (int64_t)s->cells[i].size > from;
        if (!touched)
            return true;
    }
    if (!rs)
        return false;
    for (uint32_t i = state_first_cell(s, p.id); i < s->cell_count && s->cells[i].region == p.id;
         i++) {
        const Cell *c = &s->cells[i];
        if (c->ended && !c->off_sym && c->off == p.num)
            return true;
        if (!c->off_sym && c->value.kind == VAL_INT && c->value.num == 0 &&
            c->off + (int64_t)c->size > p.num)
            return true;
    }
    if (rs->size.kind == VAL_INT)
        last = state_peek(an, s, p.id, rs->size.num - 1, 0, 1, NULL);
    return last.kind == VAL_INT && last.num == 0;
}

bool string_is_proved(Analysis *an, State *s, Value p)
{
    const RegionState *rs = p.kind == VAL_PTR ? state_region_find(s, p.id) : NULL;
    Value length = rs ? rs->length : value_unknown();
    if (rs && rs->flags & REGION_BLAMED)
        return true; /* a mistake of its own */
    if (p.kind == VAL_PTR && has_end(an, s, p))
        return true;
    if (length.kind == VAL_SYM || (length.kind == VAL_INT && length.num >= 0)) {
        Linear off = linear_of(an, s, value_offset(p)), end = linear_of(an, s, length);
        Linear behind = linear_sub(off, end), before = linear_sub((Linear){.known = true}, off);
        if (behind.known && linear_interval(an, s, &behind).hi <= 0 &&
            linear_interval(an, s, &before).hi <= 0)
            return true;
    }
    return false;
}

static void string_proved(Analysis *an, State *s, Value p, const NumberAsk *ask)
{
    if (string_is_proved(an, s, p))
        return;
    const RegionState *rs = p.kind == VAL_PTR ? state_region_find(s, p.id) : NULL;
    Violation v = {.kind = VIOLATION_BOUNDS,
                   .span = ask->span,
                   .subject = ask->subject,
                   .region = p.kind == VAL_PTR ? p.id : 0,
                   .argument = true,
                   .callee = ask->callee,
                   .number = p.kind == VAL_PTR ? value_offset(p) : value_unknown(),
                   .limit = rs ? rs->size : value_unknown(),
                   .text = TEXT_MAY_NOT_END};
    safe_doubt(an, s, &v);
}

void oblige_string(Analysis *an, State *s, Value p, const NumberAsk *ask)
{
    if (an->safe) {
        string_proved(an, s, p, ask);
        return;
    }
    const RegionState *rs = p.kind == VAL_PTR ? state_region_find(s, p.id) : NULL;
    if (p.kind != VAL_PTR || (rs && rs->life != LIFE_LIVE) || starts_uninit(an, s, p, ask))
        return;
    const RegionInfo *info = region_info(an, p.id);
    bool outside;
    if (info->kind == REGION_STRING)
        return;
    if (info->kind == REGION_ENTRY && ((rs ? rs->content : CONTENT_ENTRY) == CONTENT_ENTRY ||
                                       (info->type && info->type->quals & QUAL_CONST))) {
        need_string(an, s, p, ask);
        return;
    }
    if (!lacks_end(an, s, p, &outside) || ask->conditional || (ask->unsure && !outside))
        return;
    state_region(an, s, p.id)->length = value_unknown();
    Violation v = {.kind = VIOLATION_BOUNDS,
                   .span = ask->span,
                   .subject = ask->subject,
                   .region = p.id,
                   .argument = true,
                   .callee = ask->callee,
                   .inner = ask->inner,
                   .number = value_offset(p),
                   .range = {p.num, p.num},
                   .limit = rs->size,
                   .text = outside ? TEXT_MAY_NOT_END : TEXT_WITHOUT_END};
    violate(an, s, &v);
}

/* Is wanted as a string: it must end within its object. */
static void ask_string(Analysis *an, State *s, const Inst *in, const Callee *c, uint32_t i)
{
    NumberAsk ask = ask_about(an, in, c, i, false);
    oblige_string(an, s, inst_argument(an, s, in, i), &ask);
}

static bool alive(Analysis *an, State *s, const Inst *in, uint32_t i, const Callee *c)
{
    ArgumentAsk ask = {.callee = c->name, .nonnull = true};
    return i >= in->arg_count ||
           oblige_argument(an, s, inst_argument(an, s, in, i), inst_argument_span(an, in, i), &ask);
}

static bool both_alive(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    return alive(an, s, in, 0, c) && alive(an, s, in, 1, c);
}

/* ---- effects --------------------------------------------------------------------------------- */
typedef void StringEffect(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out);

/* What was copied from outside is from outside. */
static void carry_outside(Analysis *an, State *s, Value to, Value from)
{
    if (to.kind == VAL_PTR && from.kind == VAL_PTR && region_outside_at(an, s, from))
        state_mark_outside(an, s, to, value_unknown());
}

static void effect_strlen(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!alive(an, s, in, 0, c)) {
        state_drop(an, s);
        return;
    }
    ask_string(an, s, in, c, 0);
    Value p = inst_argument(an, s, in, 0), n = string_length(an, s, p);
    if (p.kind == VAL_PTR && region_is_texts(an, region_info(an, p.id)->parent))
        string_walked(an, p.id);
    if (answer_used(an, in) && (p.off_sym || p.num)) /* of a part: no more is known of the whole */
        string_asked(an, s, p);
    if (local_is(in->dst))
        set_result(an, s, in,
                   n.kind == VAL_UNKNOWN || (n.kind == VAL_INT && n.num < 0)
                       ? value_fresh(an, s, an->fn->locals.data[in->dst.i].type, false)
                       : n);
    state_list_add(out, s);
}

static void effect_strcpy(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!both_alive(an, s, in, c)) {
        state_drop(an, s);
        return;
    }
    ask_string(an, s, in, c, 1);
    bool end = strncmp(c->name, "stp", 3) == 0;
    Value to = inst_argument(an, s, in, 0), from = inst_argument(an, s, in, 1);
    Value n = string_length(an, s, from);
    if (n.kind == VAL_INT && n.num < 0)
        n = value_unknown();
    (void)ask_bytes(an, s, in, c, 0, plus(an, s, n, value_int(1)), true);
    overwrite_pointee(an, s, to, NULL);
    set_string_length(an, s, to, n);
    carry_outside(an, s, to, from);
    if (end && to.kind == VAL_PTR)
        to = n.kind == VAL_UNKNOWN ? value_ptr_add(an, s, to, value_unknown(), size_type(an), 0)
                                   : value_ptr_add(an, s, to, n, size_type(an), 1);
    set_result(an, s, in, to);
    state_list_add(out, s);
}

static void effect_strcat(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!both_alive(an, s, in, c)) {
        state_drop(an, s);
        return;
    }
    bool bounded = in->arg_count == 3 && strncmp(c->name, "strn", 4) == 0;
    ask_string(an, s, in, c, 0);
    if (!bounded)
        ask_string(an, s, in, c, 1);
    Value to = inst_argument(an, s, in, 0), from = inst_argument(an, s, in, 1);
    const RegionState *rs = to.kind == VAL_PTR ? state_region_find(s, to.id) : NULL;
    int64_t before = 0;
    bool shown = rs && !to.off_sym && length_in_cells(an, s, to, &before);
    bool known = shown || (rs && rs->length.kind != VAL_UNKNOWN && !to.off_sym && !to.num);
    Value old = shown ? value_int(before) : known ? rs->length : value_int(0);
    Value more = string_length(an, s, from), limit = inst_argument(an, s, in, 2);
    if (bounded && (more.kind != VAL_INT || limit.kind != VAL_INT || more.num > limit.num))
        more = more.kind == VAL_SYM && limit.kind == VAL_INT && value_is_outside(an, more)
                   ? limit
                   : value_unknown();
    Value total = plus(an, s, old, more);
    if (!(more.kind == VAL_INT && more.num < 0))
        (void)ask_bytes(an, s, in, c, 0, plus(an, s, total, value_int(1)), true);
    overwrite_pointee(an, s, to, NULL);
    set_string_length(an, s, to, known && !bounded ? total : value_unknown());
    carry_outside(an, s, to, from);
    set_result(an, s, in, to);
    state_list_add(out, s);
}

/* Writes all n bytes; without a zero among them when the source is as long. */
static void effect_strncpy(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!both_alive(an, s, in, c)) {
        state_drop(an, s);
        return;
    }
    Value to = inst_argument(an, s, in, 0), from = inst_argument(an, s, in, 1),
          n = inst_argument(an, s, in, 2);
    Value length = string_length(an, s, from);
    (void)ask_bytes(an, s, in, c, 0, n, true);
    overwrite_pointee(an, s, to, NULL);
    carry_outside(an, s, to, from);
    if (to.kind == VAL_PTR && n.kind == VAL_INT) {
        Value size = state_region(an, s, to.id)->size;
        bool whole = size.kind == VAL_INT && size.num == n.num && !to.num && !to.off_sym;
        bool longer = length.kind == VAL_INT ? length.num >= n.num : value_is_outside(an, length);
        if (whole && longer)
            set_string_length(an, s, to, value_int(LENGTH_WITHOUT_END));
        else if (length.kind == VAL_INT && length.num < n.num)
            set_string_length(an, s, to, length);
    }
    set_result(an, s, in, to);
    state_list_add(out, s);
}

static void effect_strdup(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!alive(an, s, in, 0, c)) {
        state_drop(an, s);
        return;
    }
    Value from = inst_argument(an, s, in, 0);
    bool bounded = in->arg_count > 1, ends = string_is_proved(an, s, from);
    if (an->safe && !bounded) /* before it is supposed to have a length */
        ask_string(an, s, in, c, 0);
    if (an->safe && bounded && !ends)
        (void)ask_bytes(an, s, in, c, 0, inst_argument(an, s, in, 1), false);
    Value n = string_length(an, s, from);
    if (!an->safe && !bounded)
        ask_string(an, s, in, c, 0);
    StateList after = {0};
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        Value p = local_is(in->dst) ? state_temp(x, in->dst) : value_unknown();
        if (p.kind == VAL_PTR && region_info(an, p.id)->kind == REGION_HEAP) {
            RegionState *rs = state_region(an, x, p.id);
            rs->length = bounded ? value_unknown() : n;
            rs->size = bounded ? value_unknown() : plus(an, x, n, value_int(1));
            carry_outside(an, x, p, from);
        }
        state_list_add(out, x);
    }
}

/* ---- formats --------------------------------------------------------------------------------- */
typedef struct Printed {
    Value least;   /* bytes that are printed in any case, the terminating zero apart */
    bool any;      /* a string of a length that nobody knows is among them */
    uint32_t most; /* without that string; UINT32_MAX: unknown */
} Printed;

typedef struct Modifiers {
    uint32_t width, precision; /* 0, NO_PRECISION: none */
    bool given;                /* by arguments, or beyond what anybody writes */
} Modifiers;
enum { NO_PRECISION = 10000 };

static const char *read_digits(const char *f, uint32_t *n)
{
    for (*n = 0; *f >= '0' && *f <= '9'; f++)
        *n = *n < NO_PRECISION ? *n * 10 + (uint32_t)(*f - '0') : *n;
    return f;
}

/* A conversion's %, flags, width and precision; returns the rest. */
static const char *skip_modifiers(const char *f, Modifiers *m)
{
    *m = (Modifiers){.precision = NO_PRECISION};
    while (*f && strchr("-+ #0'", *f))
        f++;
    m->given = *f == '*';
    f = read_digits(f + m->given, &m->width);
    if (*f == '.') {
        m->given |= f[1] == '*';
        f = read_digits(f + 1 + (f[1] == '*'), &m->precision);
        m->given |= m->precision >= NO_PRECISION;
    }
    m->given |= m->width >= NO_PRECISION;
    while (*f && strchr("hlLqjzt", *f))
        f++;
    return f;
}

/* The most characters of a conversion of a number; UINT32_MAX: who knows? */
static uint32_t most_of_number(char c, const Modifiers *m)
{
    bool exact = m->precision != NO_PRECISION;
    uint32_t n = UINT32_MAX;
    if (c == 'c')
        n = 1;
    else if (strchr("diuxX", c)) /* its sign, or 0x */
        n = 20 > m->precision + 2 || !exact ? 20 : m->precision + 2;
    else if (strchr("eEgG", c)) /* -d.ddde-4932 */
        n = (exact ? m->precision : 6) + 10;
    return n != UINT32_MAX && n < m->width ? m->width : n;
}

static Printed printed(Analysis *an, State *s, const Inst *in, uint32_t format)
{
    Printed p = {.least = value_int(0)};
    uint32_t arg = format + 1;
    const char *text = string_literal(an, inst_argument(an, s, in, format));
    if (!text)
        return (Printed){.least = value_int(0), .any = true, .most = UINT32_MAX};
    for (const char *at = text; *at; at++) {
        if (*at != '%' || at[1] == '%') {
            at += *at == '%';
            p.least = plus(an, s, p.least, value_int(1));
            p.most += p.most != UINT32_MAX;
            continue;
        }
        Modifiers m;
        at = skip_modifiers(at + 1, &m);
        if (!*at || m.given || (*at == 's' && (m.width || m.precision != NO_PRECISION)))
            return (Printed){.least = p.least, .any = true, .most = UINT32_MAX};
        if (*at == 's') {
            Value n = string_length(an, s, inst_argument(an, s, in, arg++));
            bool known = n.kind == VAL_INT ? n.num >= 0 : n.kind == VAL_SYM;
            if (known)
                p.least = plus(an, s, p.least, n);
            p.any |= n.kind != VAL_INT;
            continue;
        }
        arg++;
        p.least = plus(an, s, p.least, value_int(m.width > 1 ? m.width : 1));
        uint32_t most = most_of_number(*at, &m);
        p.most = p.most == UINT32_MAX || most == UINT32_MAX ? UINT32_MAX : p.most + most;
    }
    return p;
}

/* The answer is how long the only text from outside is, and what is printed beside it. */
static bool is_length(const Analysis *an, const Printed *p)
{
    return value_is_outside(an, p->least) && sym_info(an, p->least.id)->kind != SYMBOL_BINARY &&
           p->least.num == p->most;
}

/* The answer, which says how long the texts are. */
static Value characters(Analysis *an, State *s, const Inst *in, uint32_t format, const Printed *p,
                        bool outside)
{
    const Type *t = an->fn->locals.data[in->dst.i].type;
    for (uint32_t i = format + 1; i < in->arg_count && answer_used(an, in); i++) {
        if (!is_length(an, p))
            string_asked(an, s, inst_argument(an, s, in, i));
        text_vetted(an, s, inst_argument(an, s, in, i));
    }
    return is_length(an, p) ? value_convert(an, s, CONVERT_INT, p->least, size_type(an), t)
                            : value_sym(sym_fresh(an, t, outside), 0);
}

static void effect_printf_into(Analysis *an, State *s, const Inst *in, const Callee *c,
                               StateList *out)
{
    bool bounded = strchr(c->contract->builtin, 'n') == &c->contract->builtin[1] ||
                   strstr(c->contract->builtin, "snprintf");
    bool list = c->contract->builtin[0] == 'v';
    uint32_t format = 1;
    while (format < c->contract->param_count &&
           !(c->contract->types[format].name &&
             strcmp(c->contract->types[format].name->text, "format") == 0))
        format++;
    Printed p = list ? (Printed){.least = value_int(0), .any = true, .most = UINT32_MAX}
                     : printed(an, s, in, format);
    Value to = inst_argument(an, s, in, 0);
    if (!bounded)
        (void)ask_bytes(an, s, in, c, 0, plus(an, s, p.least, value_int(1)), true);
    StateList after = {0};
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        if (!bounded && !p.any && p.least.kind == VAL_INT && p.most == (uint32_t)p.least.num)
            set_string_length(an, x, to, p.least);
        Value room = bounded ? inst_argument(an, x, in, 1) : value_int(1);
        bool known = to.kind == VAL_PTR && /* how long it is */
                     state_region(an, x, to.id)->length.kind != VAL_UNKNOWN;
        if (an->safe && to.kind == VAL_PTR &&
            (room.kind == VAL_INT ? room.num > 0 : state_excludes(an, x, room, 0))) {
            if (known)
                set_ended(an, x, to);
            else
                set_string_length(an, x, to, value_unknown());
        }
        if (local_is(in->dst)) {
            const Type *t = an->fn->locals.data[in->dst.i].type;
            Value n = characters(an, x, in, format, &p, bounded && p.any);
            if (!is_length(an, &p))
                an->syms.data[n.id].who = c->name;
            /* that it fails is not thought of: it does so for characters that can't be encoded */
            Linear least = linear_of(an, x, p.least);
            Interval i = linear_interval(an, x, &least);
            (void)state_assume_interval(an, x, n, t, i.lo > 0 && i.lo < INT32_MAX ? i.lo : 0,
                                        p.any || p.most > INT32_MAX ? INT32_MAX : (i128)p.most);
            set_result(an, x, in, n);
        }
        state_list_add(out, x);
    }
}

/* What a literal format prints by %s must be strings. */
void ask_formatted(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    uint32_t arg = c->contract->formatted - 1;
    const char *text = string_literal(an, inst_argument(an, s, in, c->contract->format - 1));
    for (const char *at = text ? text : ""; *at; at++) {
        if (*at != '%' || at[1] == '%') {
            at += *at == '%';
            continue;
        }
        Modifiers mods;
        at = skip_modifiers(at + 1, &mods);
        if (!*at || *at == '$' || mods.given)
            return;
        if (*at == 's' && at[-1] != 'l' && mods.precision == NO_PRECISION && arg < in->arg_count)
            ask_string(an, s, in, c, arg);
        arg += *at != 'm';
    }
}

/* ---- comparing and searching ----------------------------------------------------------------- */
/* A literal, or what nobody has touched since the function was entered. */
static bool is_settled(const Analysis *an, const State *s, Value p)
{
    if (p.kind != VAL_PTR || p.off_sym)
        return false;
    const RegionState *rs = state_region_find(s, p.id);
    uint8_t kind = region_info(an, p.id)->kind;
    return kind == REGION_STRING ||
           (kind == REGION_ENTRY && rs && rs->content == CONTENT_ENTRY && rs->life == LIFE_LIVE &&
            !(rs->flags & (REGION_WRITTEN | REGION_BEHIND)));
}

/* strcmp(name, "-") == 0 has one answer for as long as name is what it was. */
static Value settled_answer(Analysis *an, State *s, const Inst *in, const Callee *c, Value v)
{
    uint64_t key = hash_mix(MAP_KEY_PTR(c->sym), 0x57c);
    for (uint32_t i = 0; i < in->arg_count; i++) {
        Value p = inst_argument(an, s, in, i);
        if (!is_settled(an, s, p) && p.kind != VAL_INT)
            return v;
        key = hash_mix(hash_mix(key, p.kind == VAL_PTR ? p.id : 0), (uint64_t)p.num);
    }
    uintptr_t known = v.id;
    if (!map_get(&an->entry_cons, key, &known))
        map_put(&an->entry_cons, key, known);
    return value_sym((uint32_t)known, 0);
}

/* strcmp(s, "quit"): an answer about s. */
static void effect_compare(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    uint32_t about = 0;
    for (uint32_t i = 0; i < 2 && !about; i++) {
        Value p = inst_argument(an, s, in, 1 - i), other = string_length(an, s, p);
        about = asked_length(an, s, inst_argument(an, s, in, i));
        if (about && other.kind == VAL_INT && other.num == 0) /* is it empty? */
            state_note_vague(an, s, value_sym(about, 0), VAGUE_BELOW);
    }
    StateList after = {0};
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        Value v = local_is(in->dst) ? state_temp(x, in->dst) : value_unknown();
        if (v.kind == VAL_SYM && about)
            an->syms.data[v.id].about = about;
        if (v.kind == VAL_SYM && !v.num)
            set_result(an, x, in, settled_answer(an, x, in, c, v));
        state_list_add(out, x);
    }
}

/* What was found is not the end: strchr(s, '\n'), strstr(s, "://"). */
static void effect_search(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value p = inst_argument(an, s, in, 0), key = inst_argument(an, s, in, 1);
    bool text = key.kind == VAL_PTR;
    Value least = text ? string_length(an, s, key) : key;
    bool some = least.kind == VAL_INT && least.num;
    StateList after = {0};
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        Value v = local_is(in->dst) ? state_temp(x, in->dst) : value_unknown();
        uint32_t length = v.kind == VAL_PTR && p.kind == VAL_PTR && v.id == p.id && some
                              ? asked_length(an, x, p)
                              : 0;
        if (length)
            (void)state_assume_interval(an, x, value_sym(length, 0), NULL,
                                        p.num < 0 ? 0 : p.num + 1, LONGEST);
        state_list_add(out, x);
    }
}

/* ---- input ----------------------------------------------------------------------------------- */
/* At most so many are read or written: the result is at most argument i. */
static void limit_result(Analysis *an, State *s, const Inst *in, uint32_t i)
{
    if (!local_is(in->dst) || i >= in->arg_count)
        return;
    const Type *t = an->fn->locals.data[in->dst.i].type;
    Value v = state_temp(s, in->dst), n = inst_argument(an, s, in, i);
    if (v.kind != VAL_SYM)
        return;
    if (t->is_unsigned ? false : state_interval(an, s, v, t).lo < -1)
        (void)state_assume_interval(an, s, v, t, -1, INT64_MAX);
    (void)state_assume_interval(an, s, v, t, -INT128_FAR,
                                state_interval(an, s, n, in->args[i].type).hi);
    (void)state_assume_diff(an, s, v, n, 0);
}

static void effect_transfer(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    StateList after = {0};
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        limit_result(an, x, in, 2);
        state_list_add(out, x);
    }
}

/* Either the string has ended before so many bytes, or so many is the answer. */
static void end_or_limit(Analysis *an, State *s, const Inst *in, Value length, StateList *out)
{
    const Type *size = size_type(an), *truth = type_basic(an->fn->unit->types, TYPE_INT);
    Value most = inst_argument(an, s, in, 1);
    Value ends = value_binary(an, s, BIN_LT, length, most, size, truth);
    State *other = state_copy(an, s);
    for (int way = 1; way >= 0; way--) {
        State *x = way ? s : other;
        if (state_assume(an, x, ends, truth, way)) {
            set_result(an, x, in, way ? length : most);
            state_list_add(out, x);
        } else {
            state_drop(an, x);
        }
    }
}

/* strnlen(s, n): the bytes there need not end. */
static void effect_strnlen(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    StateList after = {0};
    Value p = inst_argument(an, s, in, 0);
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        const RegionState *rs = p.kind == VAL_PTR ? state_region_find(x, p.id) : NULL;
        bool ends = rs && (rs->size.kind == VAL_UNKNOWN || value_is_number(rs->length));
        Value length = ends ? string_length(an, x, p) : value_unknown();
        if (length.kind == VAL_SYM || (length.kind == VAL_INT && length.num >= 0)) {
            end_or_limit(an, x, in, length, out);
            continue;
        }
        limit_result(an, x, in, 1);
        if (answer_used(an, in))
            string_asked(an, x, p);
        state_list_add(out, x);
    }
}

/* fgets(s, n, f): a string of n - 1 characters at most. */
static void effect_fgets(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    StateList after = {0};
    Value to = inst_argument(an, s, in, 0), n = inst_argument(an, s, in, 1);
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        Value got = local_is(in->dst) ? state_temp(x, in->dst) : to;
        if (to.kind == VAL_PTR && !to.off_sym && !to.num && got.kind == VAL_PTR) {
            Value length = value_sym(sym_fresh(an, size_type(an), true), 0);
            an->syms.data[length.id].who = c->name;
            an->syms.data[length.id].text = true;
            (void)state_assume_interval(an, x, length, NULL, 0,
                                        state_interval(an, x, n, in->args[1].type).hi - 1);
            (void)state_assume_diff(an, x, length, n, -1);
            set_string_length(an, x, to, length);
        }
        state_list_add(out, x);
    }
}

/* getgroups(n, list): n at most; 0 asks how many there are. */
static void effect_getgroups(Analysis *an, State *s, const Inst *in, const Callee *c,
                             StateList *out)
{
    Value n = inst_argument(an, s, in, 0);
    bool asks = n.kind == VAL_INT && n.num == 0;
    StateList after = {0};
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        if (!asks)
            limit_result(an, x, in, 0);
        state_list_add(out, x);
    }
}

/* A byte as a number, or EOF. */
static void effect_getc(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    StateList after = {0};
    call_declared(an, s, in, c, &after);
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        if (local_is(in->dst))
            (void)state_assume_interval(an, x, state_temp(x, in->dst), NULL, -1, 255);
        state_list_add(out, x);
    }
}

static const struct {
    const char *name;
    StringEffect *effect;
} effects[] = {
    {"strlen", effect_strlen},         {"strcpy", effect_strcpy},
    {"stpcpy", effect_strcpy},         {"strcat", effect_strcat},
    {"strncat", effect_strcat},        {"strncpy", effect_strncpy},
    {"strdup", effect_strdup},         {"strndup", effect_strdup},
    {"sprintf", effect_printf_into},   {"snprintf", effect_printf_into},
    {"vsnprintf", effect_printf_into}, {"read", effect_transfer},
    {"fread", effect_transfer},        {"fwrite", effect_transfer},
    {"readlink", effect_transfer},     {"getc", effect_getc},
    {"fgets", effect_fgets},           {"getgroups", effect_getgroups},
    {"strcmp", effect_compare},        {"strncmp", effect_compare},
    {"memcmp", effect_compare},        {"strchr", effect_search},
    {"strstr", effect_search},         {"strnlen", effect_strnlen},
};

bool eval_string_fn(Analysis *an, State *s, const Inst *in, const char *name, const Callee *c,
                    StateList *out)
{
    for (uint32_t i = 0; i < COUNT_OF(effects); i++)
        if (strcmp(effects[i].name, name) == 0) {
            effects[i].effect(an, s, in, c, out);
            return true;
        }
    return false;
}
