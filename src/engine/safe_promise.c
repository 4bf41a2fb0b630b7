/* engine/safe_promise.c - level safe: what a declaration says of a pointer, as a state.
 *
 *     char *__own _Nullable __counted_by(cap) data;
 *         a region of cap bytes, initialised, owned, that may be null; it lives in the object that
 *         `data` and `cap` are members of
 *
 * What comes in: a pointer's type, and where the names in its annotations are looked up. What goes
 * out: a value. Nothing about the memory behind it is written down until somebody looks: a region
 * whose content is "as declared" is read by the types of its members, which are promises again. */
#include "engine/safe.h"

/* ---- promises -------------------------------------------------------------------------------- */
static void read_notes(Analysis *an, const Attr *list, Promise *p)
{
    for (const Attr *a = list; a; a = a->next) {
        bool counted = a->known == ATTR_CORTEN_COUNTED_BY || a->known == ATTR_COUNTED_BY;
        bool sized = a->known == ATTR_CORTEN_SIZED_BY || a->known == ATTR_SIZED_BY;
        bool ended = a->known == ATTR_CORTEN_ENDED_BY || a->known == ATTR_ENDED_BY;
        bool filled = a->known == ATTR_CORTEN_FILLED;
        if (!counted && !sized && !ended && !filled)
            continue;
        const Formula *f = formula_parse(an->scratch, a->tokens, a->token_count);
        p->unclear |= !f;
        p->bytes |= sized;
        if (ended)
            p->end = f;
        else if (filled)
            p->filled = f;
        else
            p->count = f;
    }
}

static bool is_text(const Type *elem)
{
    return elem->kind == TYPE_CHAR && (elem->quals & QUAL_CONST);
}

Promise promise_of(Analysis *an, const Type *pointer, const Attr *attrs, bool safe)
{
    Promise p = {.level = contract_level(pointer, attrs)};
    const Level *l = &p.level;
    if (pointer) {
        read_notes(an, pointer->notes, &p);
        read_notes(an, attrs, &p);
    }
    p.string = l->null_terminated;
    p.known = safe || l->own || l->nullable || l->nonnull || l->inits || l->drops || p.count ||
              p.end || p.string;
    if (safe && pointer && pointer->kind == TYPE_POINTER) {
        p.string |= is_text(pointer->elem) && !p.count && !p.end && !p.unclear;
        p.level.nonnull |= !l->nullable;
    }
    return p;
}

/* ---- formulas -------------------------------------------------------------------------------- */
static const Field *field_named(const Type *record, Name name, int64_t *off)
{
    const Record *r = record && record->kind == TYPE_STRUCT ? record->canon->u.record : NULL;
    for (uint32_t i = 0; r && i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        if (f->name == name) {
            *off += (int64_t)f->offset;
            return f;
        }
        bool inner = !f->name && (f->type->kind == TYPE_STRUCT || f->type->kind == TYPE_UNION);
        int64_t at = *off + (int64_t)f->offset;
        const Field *in = inner ? field_named(f->type, name, &at) : NULL;
        if (in) {
            *off = at;
            return in;
        }
    }
    return NULL;
}

static Value name_value(Analysis *an, State *s, const Formula *f, const Scope *scope,
                        const Type **t)
{
    if (scope->kind == SCOPE_FIELDS) {
        int64_t off = scope->base;
        const Field *field = field_named(scope->record, f->name, &off);
        if (!field || field->is_bit_field || f->member)
            return value_unknown();
        *t = field->type;
        return state_load(an, s, scope->region, off, scope->off_sym, field->type);
    }
    const FunctionContract *k = scope->contract;
    for (uint32_t i = 0; i < k->param_count; i++) {
        if (k->types[i].name != f->name)
            continue;
        *t = k->types[i].type;
        Value v =
            scope->kind == SCOPE_ENTRY ? an->safe->entry[i] : inst_argument(an, s, scope->call, i);
        if (!f->member)
            return v;
        const Type *record = *t && (*t)->kind == TYPE_POINTER ? (*t)->elem : NULL;
        int64_t off = v.num;
        bool known = v.kind == VAL_PTR && record && record->kind == TYPE_STRUCT;
        const Field *field = known ? field_named(record, f->member, &off) : NULL;
        if (!field)
            return value_unknown();
        *t = field->type;
        return state_load(an, s, v.id, off, v.off_sym, field->type);
    }
    return value_unknown();
}

/* The type in which an operator works: C's usual conversions, a constant taking the other's. */
static const Type *common_type(const Analysis *an, const Formula *a, const Type *ta,
                               const Formula *b, const Type *tb)
{
    const Type *wide = type_basic(an->fn->unit->types, TYPE_ULONG);
    if (!ta || !tb || ta->kind == TYPE_POINTER || tb->kind == TYPE_POINTER)
        return wide;
    if (a->kind == FORMULA_INT || ta->size < tb->size)
        return tb;
    if (b->kind == FORMULA_INT || tb->size < ta->size)
        return ta;
    return ta->is_unsigned ? ta : tb;
}

Value formula_value(Analysis *an, State *s, const Formula *f, const Scope *scope, const Type **t)
{
    const Type *none = NULL;
    t = t ? t : &none;
    *t = type_basic(an->fn->unit->types, TYPE_INT);
    switch ((FormulaKind)f->kind) {
    case FORMULA_INT: return value_int(f->value);
    case FORMULA_RETURN: *t = scope->result_type; return scope->result;
    case FORMULA_NAME: return name_value(an, s, f, scope, t);
    case FORMULA_NOT: {
        Value v = formula_value(an, s, f->a, scope, t);
        return v.kind == VAL_UNKNOWN ? v : value_unary(an, s, UN_LNOT, v, *t);
    }
    case FORMULA_BINARY: break;
    }
    const Type *ta = NULL, *tb = NULL;
    Value a = formula_value(an, s, f->a, scope, &ta), b = formula_value(an, s, f->b, scope, &tb);
    if (a.kind == VAL_UNKNOWN || b.kind == VAL_UNKNOWN)
        return value_unknown();
    const Type *work = common_type(an, f->a, ta, f->b, tb);
    *t = is_comparison(f->op) ? *t : work;
    return value_binary(an, s, (BinaryOp)f->op, a, b, work, *t);
}

/* By what is known of the difference. */
static int compare_linear(const Analysis *an, const State *s, int op, Value a, Value b)
{
    for (int whole = 0; whole < 2; whole++) {
        Linear x = whole ? linear_whole(an, s, a) : linear_of(an, s, a);
        Linear y = whole ? linear_whole(an, s, b) : linear_of(an, s, b);
        Linear l = linear_sub(x, y);
        Interval zero = {0, 0};
        int got = l.known ? compare_intervals((BinaryOp)op, linear_interval(an, s, &l), zero) : -1;
        if (got >= 0)
            return got;
    }
    return -1;
}

int formula_truth(Analysis *an, State *s, const Formula *f, const Scope *scope)
{
    if (f->kind == FORMULA_BINARY && (f->op == BIN_LAND || f->op == BIN_LOR)) {
        int a = formula_truth(an, s, f->a, scope), b = formula_truth(an, s, f->b, scope);
        int decides = f->op == BIN_LOR;
        return a == decides || b == decides ? decides : a == b ? a : -1;
    }
    const Type *t = NULL;
    Value v = formula_value(an, s, f, scope, &t);
    int truth = v.kind == VAL_UNKNOWN ? -1 : state_truth(an, s, v, t);
    if (truth >= 0 || f->kind != FORMULA_BINARY || !is_comparison(f->op))
        return truth;
    Value a = formula_value(an, s, f->a, scope, &t), b = formula_value(an, s, f->b, scope, &t);
    return value_is_number(a) && value_is_number(b) ? compare_linear(an, s, f->op, a, b) : -1;
}

bool formula_assume(Analysis *an, State *s, const Formula *f, const Scope *scope, bool truth)
{
    if (f->kind == FORMULA_BINARY && f->op == (truth ? BIN_LAND : BIN_LOR))
        return formula_assume(an, s, f->a, scope, truth) &&
               formula_assume(an, s, f->b, scope, truth);
    if (f->kind == FORMULA_BINARY && (f->op == BIN_LAND || f->op == BIN_LOR))
        return true; /* one of them: not followed */
    const Type *t = NULL;
    Value v = formula_value(an, s, f, scope, &t);
    return v.kind == VAL_UNKNOWN || state_assume(an, s, v, t, truth);
}

/* ---- promised values ------------------------------------------------------------------------- */
/* No object is larger than that: a count of its elements cannot be either. */
static void bound_count(Analysis *an, State *s, Value n, const Type *t, uint64_t element)
{
    i128 most = LARGEST / (i128)element;
    if (n.kind != VAL_SYM || !t || !type_is_integer(t))
        return;
    (void)state_assume_interval(an, s, n, t, 0, most);
    for (uint32_t i = 0; i < s->diff_count; i++) { /* who is bounded by it is bounded, too */
        const Diff d = s->diffs[i];
        if (d.b == n.id)
            (void)state_assume_interval(an, s, value_sym(d.a, 0), NULL, -INT128_FAR,
                                        most - n.num + d.most);
    }
}

Value promised_bytes(Analysis *an, State *s, const Promise *p, const Scope *scope, const Type *elem)
{
    const Type *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG), *t = NULL;
    uint64_t element = elem->size && !p->bytes ? elem->size : 1;
    if (p->unclear || p->end)
        return value_unknown();
    if (!p->count)
        return type_is_complete(elem) && elem->size ? value_int((int64_t)elem->size)
                                                    : value_unknown();
    Value n = formula_value(an, s, p->count, scope, &t);
    if (n.kind == VAL_UNKNOWN)
        return n;
    if (t && t->size < ulong_->size)
        n = value_convert(an, s, CONVERT_INT, n, t, ulong_);
    return element == 1
               ? n
               : value_binary(an, s, BIN_MUL, n, value_int((int64_t)element), ulong_, ulong_);
}

static Value promised_size(Analysis *an, State *s, const Type *elem, const Promise *p,
                           const Scope *scope, uint32_t r)
{
    if (p->string && !p->count && !p->unclear) {
        const Type *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG);
        Value length = value_sym(sym_length(an, r, ulong_), 0);
        (void)state_assume_interval(an, s, length, ulong_, 0, LARGEST);
        state_region(an, s, r)->length = length;
        return value_sym(length.id, 1);
    }
    const Type *t = NULL;
    if (p->count && !p->unclear) {
        Value n = formula_value(an, s, p->count, scope, &t);
        bound_count(an, s, n, t, elem->size && !p->bytes ? elem->size : 1);
    }
    return promised_bytes(an, s, p, scope, elem);
}

/* What a global, or what lives as long, borrows lives as long as well. */
static bool lasts(const Analysis *an, uint32_t holder)
{
    const RegionInfo *info = holder ? region_info(an, holder) : NULL;
    return info && (info->kind == REGION_GLOBAL || info->is_static);
}

Value promised_pointer(Analysis *an, State *s, const Type *pointer, const Promise *p,
                       const Scope *scope, uint32_t holder)
{
    const Type *elem = pointer->elem;
    const Level *l = &p->level;
    RegionInfo info = {.kind = l->own ? REGION_HEAP : REGION_UNKNOWN,
                       .type = elem,
                       .family = l->family,
                       .counted = p->count != NULL,
                       .given = true,
                       .is_static = l->is_static || (!l->own && lasts(an, holder)),
                       .span = an->span};
    uint32_t r = region_fresh(an, &info);
    state_forget_region(an, s, r, CONTENT_ENTRY);
    loan_drop(s, r);
    RegionState *rs = state_region(an, s, r);
    *rs = (RegionState){.region = r,
                        .content = type_is_void(elem) ? CONTENT_ANY : CONTENT_ENTRY,
                        .null = !p->known     ? NULL_UNKNOWN
                                : l->nullable ? NULL_MAYBE
                                : l->nonnull  ? NULL_NO
                                              : NULL_UNKNOWN,
                        .own = l->own ? OWN_YES : OWN_NONE,
                        .life = p->known ? LIFE_LIVE : LIFE_UNKNOWN};
    if (elem->kind != TYPE_FUNCTION) {
        Value size = promised_size(an, s, elem, p, scope, r);
        state_region(an, s, r)->size = size;
    }
    Value filled = p->filled ? formula_value(an, s, p->filled, scope, NULL) : value_unknown();
    Array array;
    if (value_is_number(filled) && array_at(an, s, value_ptr(r, 0), &array))
        part_set(an, s, &array, value_int(0), filled);
    if (!holder)
        return value_ptr(r, 0);
    if (l->own) {
        loan_add(an, s, r, holder);
        return value_ptr(r, 0);
    }
    /* what the holder borrows from, this borrows from; some of it may be gone */
    for (uint32_t i = 0; i < s->loan_count; i++) {
        if (s->loans[i].borrower != holder)
            continue;
        uint32_t owner = s->loans[i].owner;
        loan_add(an, s, r, owner);
        const RegionState *gone = state_region_find(s, owner);
        if (gone && gone->life != LIFE_LIVE) {
            Life life = (Life)gone->life;
            uint32_t event = gone->event;
            safe_end(an, s, r, life, event, END_SPARES_OWNED);
        }
    }
    return value_ptr(r, 0);
}

/* ---- reading what nobody touched ------------------------------------------------------------- */
bool member_at(const Type *t, int64_t off, Member *out)
{
    Member m = {0};
    int64_t base = 0;
    for (int depth = 0; t && depth < 16; depth++) {
        if (t->kind == TYPE_ARRAY && t->elem->size) {
            int64_t skipped = off - off % (int64_t)t->elem->size;
            base += skipped, off -= skipped;
            t = t->elem;
            continue;
        }
        if (t->kind != TYPE_STRUCT || off < 0)
            break;
        const Field *in = NULL;
        for (uint32_t i = 0; i < t->u.record->field_count && !in; i++) {
            const Field *f = &t->u.record->fields[i];
            uint64_t end = f->offset + (f->flexible ? UINT32_MAX : f->type->size);
            if (!f->is_bit_field && (uint64_t)off >= f->offset && (uint64_t)off < end)
                in = f;
        }
        if (!in)
            break;
        m = (Member){t, in, base};
        off -= (int64_t)in->offset, base += (int64_t)in->offset;
        t = in->type;
    }
    *out = m;
    return m.field != NULL;
}

/* The pointer type with its annotations that stands at the offset in an object of type t. */
static const Type *declared_at(const Type *t, int64_t off)
{
    for (int depth = 0; t && depth < 16; depth++) {
        if (t->kind == TYPE_POINTER)
            return off == 0 ? t : NULL;
        if (t->kind == TYPE_ARRAY && t->elem->size) {
            off %= (int64_t)t->elem->size;
            t = t->elem;
            continue;
        }
        Member m;
        if (t->kind != TYPE_STRUCT || !member_at(t, off, &m))
            return NULL;
        off -= m.base + (int64_t)m.field->offset;
        t = m.field->type;
    }
    return NULL;
}

int64_t safe_in_element(const Type *t, int64_t off)
{
    int64_t size = t ? (int64_t)t->size : 0;
    return size && (off < 0 || off >= size) ? (off % size + size) % size : off;
}

Value safe_read(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                const Type *type)
{
    const RegionInfo info = *region_info(an, region);
    const Type *t = info.type;
    int64_t in = safe_in_element(t, off), skipped = off - in;
    Member m = {0};
    bool member = t && member_at(t, in, &m);
    /* the symbol counts elements of the member, or records */
    bool in_array = off_sym && member && m.field->type->kind == TYPE_ARRAY;
    uint32_t record_sym = in_array ? 0 : off_sym;
    member = member && !(in_array && info.counted);
    if (type->kind != TYPE_POINTER) {
        if (member)
            safe_open(an, s, region, skipped + m.base, record_sym, m.record);
        Value v = state_peek(an, s, region, off, off_sym, type->size, NULL);
        return v.kind == VAL_UNKNOWN ? value_fresh(an, s, type, info.outside) : v;
    }
    const Type *declared = t ? declared_at(t, in) : NULL;
    bool safe = member && m.record->canon->u.record->safe;
    if (!member && info.kind == REGION_GLOBAL) {
        const Symbol *model =
            info.sym->name && info.sym->linkage == LINK_EXTERNAL
                ? map_get_ptr(&an->engine->model_variables, MAP_KEY_PTR(info.sym->name))
                : NULL;
        safe = info.sym->safe;
        if (model && model->type->kind == TYPE_POINTER)
            declared = model->type;
    } else if (!member)
        safe = info.promised;
    declared = declared ? declared : type;
    Promise p = promise_of(an, declared, member ? m.field->attrs : NULL, safe);
    p.string |= info.kind == REGION_ENTRY && info.outside; /* argv[1] */
    Scope scope = {.kind = SCOPE_FIELDS,
                   .region = region,
                   .off_sym = record_sym,
                   .base = skipped + m.base,
                   .record = m.record};
    if (!member)
        p.count = p.end = NULL; /* nothing to look names up in */
    Value v = promised_pointer(an, s, declared, &p, &scope, region);
    an->regions.data[v.id].parent = region; /* by which name it is spoken of */
    an->regions.data[v.id].off = in;
    return v;
}

/* ---- invariants ------------------------------------------------------------------------------ */
static void load_named(Analysis *an, State *s, const Formula *f, const Scope *scope)
{
    const Type *t;
    if (!f)
        return;
    if (f->kind == FORMULA_NAME)
        (void)formula_value(an, s, f, scope, &t);
    load_named(an, s, f->a, scope);
    load_named(an, s, f->b, scope);
}

/* Was one of the fields that it speaks of looked at, or written? */
static bool is_open(const Analysis *an, const State *s, const Formula *f, const Scope *scope)
{
    if (!f)
        return false;
    if (f->kind == FORMULA_NAME) {
        int64_t off = scope->base;
        const Field *field = field_named(scope->record, f->name, &off);
        const Cell *cell = NULL;
        if (field)
            (void)state_peek(an, s, scope->region, off, scope->off_sym, field->type->size, &cell);
        return cell != NULL;
    }
    return is_open(an, s, f->a, scope) || is_open(an, s, f->b, scope);
}

void safe_open(Analysis *an, State *s, uint32_t region, int64_t base, uint32_t off_sym,
               const Type *record)
{
    Value at = {VAL_PTR, region, off_sym, base};
    if (!state_region_find(s, region) || !part_has(an, s, at, value_int((int64_t)record->size)))
        return;
    Scope scope = {
        .kind = SCOPE_FIELDS, .region = region, .off_sym = off_sym, .base = base, .record = record};
    for (const Attr *a = record->canon->u.record->attrs; a; a = a->next) {
        if (a->known != ATTR_CORTEN_INVARIANT)
            continue;
        const Formula *f = formula_parse(an->scratch, a->tokens, a->token_count);
        if (!f || is_open(an, s, f, &scope))
            continue;
        uint32_t keep = an->ordinal;
        an->ordinal = (uint32_t)hash_mix(hash_mix(region, (uint64_t)base), off_sym) | 1u << 31;
        /* each gets its name before any is looked at by the others' promises */
        bool named = false;
        for (uint32_t i = 0; i < record->canon->u.record->field_count; i++) {
            const Field *field = &record->canon->u.record->fields[i];
            if (!formula_names(f, field->name) || !type_is_integer(field->type) ||
                field->is_bit_field)
                continue;
            Value v = value_fresh(an, s, field->type, false);
            state_store(an, s, region, base + (int64_t)field->offset, off_sym, field->type->size,
                        v);
            named = true;
        }
        an->ordinal = keep + 16;
        if (!named)
            continue; /* of pointers only: nothing to learn of numbers */
        load_named(an, s, f, &scope);
        (void)formula_assume(an, s, f, &scope, true);
    }
}

void safe_open_counted(Analysis *an, State *s, Value at, const Type *record, Name count)
{
    if (!state_region_find(s, at.id) || !part_has(an, s, at, value_int((int64_t)record->size)))
        return;
    for (uint32_t i = 0; i < record->canon->u.record->field_count; i++) {
        const Field *f = &record->canon->u.record->fields[i];
        if (f->type->kind != TYPE_POINTER)
            continue;
        Promise p = promise_of(an, f->type, f->attrs, false);
        uint32_t keep = an->ordinal;
        an->ordinal = (uint32_t)hash_mix(hash_mix(at.id, (uint64_t)at.num), f->offset) | 1u << 31;
        if (formula_names(p.count, count) || formula_names(p.filled, count))
            (void)state_load(an, s, at.id, at.num + (int64_t)f->offset, at.off_sym, f->type);
        an->ordinal = keep;
    }
}

/* ---- owners in an object --------------------------------------------------------------------- */
static bool owns(const Type *t, int depth)
{
    if (depth > 8)
        return true;
    if (t->kind == TYPE_POINTER)
        return contract_level(t, NULL).own;
    if (t->kind == TYPE_ARRAY)
        return owns(t->elem, depth + 1);
    if (t->kind != TYPE_STRUCT && t->kind != TYPE_UNION)
        return contract_level(t, NULL).own;
    for (uint32_t i = 0; i < t->canon->u.record->field_count; i++) {
        const Field *f = &t->canon->u.record->fields[i];
        if (contract_level(NULL, f->attrs).own || owns(f->type, depth + 1))
            return true;
    }
    return false;
}

bool type_owns(const Type *t)
{
    return type_is_complete(t) && owns(t, 0);
}

void safe_open_owners(Analysis *an, State *s, Value at, const Type *t)
{
    Value in = at;
    if (t->kind == TYPE_POINTER) {
        if (contract_level(t, NULL).own)
            (void)state_load(an, s, at.id, at.num, at.off_sym, t);
        return;
    }
    Array array;
    if (t->kind == TYPE_ARRAY && array_at(an, s, at, &array) && array.base == at.num) {
        part_open_owners(an, s, at);
    } else if (t->kind == TYPE_ARRAY && t->elem->size) { /* in an array */
        for (uint64_t i = 0; i < t->u.array.count && i < 8; i++) {
            in.num = at.num + (int64_t)(i * t->elem->size);
            safe_open_owners(an, s, in, t->elem);
        }
    }
    if (t->kind != TYPE_STRUCT)
        return;
    for (uint32_t i = 0; i < t->canon->u.record->field_count; i++) {
        const Field *f = &t->canon->u.record->fields[i];
        in.num = at.num + (int64_t)f->offset;
        if (!f->is_bit_field && !f->flexible)
            safe_open_owners(an, s, in, f->type);
    }
}
