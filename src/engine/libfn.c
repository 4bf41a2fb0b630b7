/* engine/libfn.c - effects that a prototype cannot express, by the name that a model gives them.
 *
 *     void *realloc(void *p, size_t n);   two states: null, and p as it was; or a new region
 *                                         with what p held, and pointers into p moved away
 * One small function each, in one table. */
#include "engine/safe.h"

typedef void NamedEffect(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out);

static void effect_malloc(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value size = inst_argument(an, s, in, 0);
    ask_size(an, s, in, 0, size);
    Value v = heap_make(an, s, in, c->name, NULL, size, CONTENT_UNINIT);
    set_result(an, s, in, result_or_null(an, s, in, v, c->name));
    state_list_add(out, s);
}

/* Arguments i and i + 1, multiplied: calloc and reallocarray don't let it wrap. */
static Value product(Analysis *an, State *s, const Inst *in, uint32_t i)
{
    const Type *t = type_basic(an->fn->unit->types, TYPE_ULONG);
    return value_binary(an, s, BIN_MUL, inst_argument(an, s, in, i),
                        inst_argument(an, s, in, i + 1), t, t);
}

static void effect_calloc(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    for (uint32_t i = 0; i < in->arg_count; i++) /* the product itself is checked by calloc */
        ask_size(an, s, in, i, inst_argument(an, s, in, i));
    Value v = heap_make(an, s, in, c->name, NULL, product(an, s, in, 0), CONTENT_ZERO);
    set_result(an, s, in, result_or_null(an, s, in, v, c->name));
    state_list_add(out, s);
}

static void effect_alloca(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value v = heap_make(an, s, in, c->name, NULL, inst_argument(an, s, in, 0), CONTENT_UNINIT);
    state_region(an, s, v.id)->own = OWN_NONE;
    an->regions.data[v.id].automatic = true;
    set_result(an, s, in, v);
    state_list_add(out, s);
}

void move_contents(Analysis *an, State *s, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    Cell *cells = ARENA_ARRAY(an->scratch, Cell, s->cell_count + 1);
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].region == from)
            cells[n++] = s->cells[i];
    for (uint32_t i = 0; i < n; i++)
        state_store(an, s, to, cells[i].off, cells[i].off_sym, cells[i].size, cells[i].value);
}

static bool argument_alive(Analysis *an, State *s, const Inst *in, uint32_t i, const Callee *c,
                           bool nonnull)
{
    if (i >= in->arg_count)
        return true;
    ArgumentAsk ask = {.callee = c->name, .nonnull = nonnull};
    return oblige_argument(an, s, eval_operand(an, s, &in->args[i]), inst_argument_span(an, in, i),
                           &ask);
}

/* The old block is released like by free, but a use of it afterwards is a use of what was moved. */
static void release_moved(Analysis *an, State *s, const Inst *in, Value old, const Callee *c)
{
    release_value(an, s, old, NULL, inst_argument_span(an, in, 0), c->name, NULL);
    if (old.kind != VAL_PTR)
        return;
    RegionState *rs = state_region(an, s, old.id);
    if (rs->life == LIFE_FREED)
        rs->life = LIFE_MOVED;
}

static void effect_realloc(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value old = inst_argument(an, s, in, 0);
    if (old.kind == VAL_INT && old.num == 0) {
        Value size = in->arg_count == 3 ? product(an, s, in, 1) : inst_argument(an, s, in, 1);
        for (uint32_t i = 1; i < in->arg_count; i++)
            ask_size(an, s, in, i, inst_argument(an, s, in, i));
        Value v = heap_make(an, s, in, c->name, NULL, size, CONTENT_UNINIT);
        set_result(an, s, in, result_or_null(an, s, in, v, c->name));
        state_list_add(out, s);
        return;
    }
    State *failed = state_copy(an, s);
    Value none = value_int(0);
    none.id = event_add(an, failed, EVENT_NULL, 0, in->span, c->name, NULL);
    set_result(an, failed, in, none);
    /* with a size of 0 the old block goes and null comes back: no failure */
    bool fails = true;
    for (uint32_t i = 1; i < in->arg_count && fails; i++)
        fails = state_assume_not(an, failed, inst_argument(an, s, in, i), in->args[i].type, 0);
    if (fails)
        state_list_add(out, failed);
    else
        state_drop(an, failed);
    bool known = old.kind == VAL_PTR;
    Value size = in->arg_count == 3 ? product(an, s, in, 1) : inst_argument(an, s, in, 1);
    if (known && an->safe && safe_is_array(an, s, old.id, 0, 0)) {
        Value v = heap_make(an, s, in, c->name, NULL, size, CONTENT_UNINIT);
        part_move(an, s, old.id, v.id);
        an->regions.data[v.id].moved_from = old.id;
        release_moved(an, s, in, old, c);
        set_result(an, s, in, v);
        state_list_add(out, s);
        return;
    }
    release_moved(an, s, in, old, c);
    for (uint32_t i = 1; i < in->arg_count; i++)
        ask_size(an, s, in, i, inst_argument(an, s, in, i));
    Value v = heap_make(an, s, in, c->name, NULL, size, CONTENT_ANY);
    if (known) {
        move_contents(an, s, old.id, v.id);
        an->regions.data[v.id].moved_from = old.id;
    }
    set_result(an, s, in, v);
    state_list_add(out, s);
}

/* What isalpha is made of: a table for -128 .. 255, and a pointer to where 0 stands in it. */
static void effect_ctype_table(Analysis *an, State *s, const Inst *in, const Callee *c,
                               StateList *out)
{
    const Type *t = local_is(in->dst) ? an->fn->locals.data[in->dst.i].type : NULL;
    if (!t || t->kind != TYPE_POINTER || t->elem->kind != TYPE_POINTER || !t->elem->elem->size) {
        set_result(an, s, in, value_unknown());
        state_list_add(out, s);
        return;
    }
    int64_t element = (int64_t)t->elem->elem->size;
    RegionInfo info = {.kind = REGION_UNKNOWN,
                       .type = t->elem,
                       .is_static = true,
                       .given = true,
                       .maker = c->name,
                       .size = value_int(8),
                       .span = in->span};
    uint32_t holder = region_fresh(an, &info);
    info.type = t->elem->elem;
    info.size = value_int(384 * element);
    uint32_t table = region_fresh(an, &info);
    state_region(an, s, holder)->null = NULL_NO;
    state_region(an, s, table)->null = NULL_NO;
    state_store(an, s, holder, 0, 0, 8, value_ptr(table, 128 * element));
    set_result(an, s, in, value_ptr(holder, 0));
    state_list_add(out, s);
}

static void fill_argument(Analysis *an, State *s, const Inst *in, uint32_t i, Value length,
                          Value with)
{
    Value p = inst_argument(an, s, in, i);
    if (p.kind != VAL_PTR || region_info(an, p.id)->kind == REGION_STRING)
        return;
    if (length.kind == VAL_INT && length.num > 0 && !p.off_sym)
        state_fill(an, s, p.id, p.num, (uint64_t)length.num, with);
    else if (length.kind != VAL_INT && !(an->safe && safe_fill_elements(an, s, p, length)))
        overwrite_pointee(an, s, p, NULL);
}

/* What is filled is a loop that may run not even once. That way is told apart where it matters: in
 * fresh memory, of which nothing is there yet. */
static void fill_nothing(Analysis *an, State *s, const Inst *in, uint32_t i, StateList *out)
{
    Value p = inst_argument(an, s, in, 0), n = inst_argument(an, s, in, i);
    if (p.kind != VAL_PTR || p.off_sym || n.kind != VAL_SYM ||
        state_peek(an, s, p.id, p.num, 0, 1, NULL).kind != VAL_UNINIT)
        return;
    State *none = state_copy(an, s);
    if (!state_assume_interval(an, none, n, in->args[i].type, 0, 0)) {
        state_drop(an, none);
        return;
    }
    none->weak += !value_is_outside(an, n);
    set_result(an, none, in, p);
    state_list_add(out, none);
}

static void effect_memset(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!argument_alive(an, s, in, 0, c, true)) {
        state_drop(an, s);
        return;
    }
    Value byte = inst_argument(an, s, in, 1), p = inst_argument(an, s, in, 0);
    bool zero = byte.kind == VAL_INT && (byte.num & 255) == 0;
    (void)ask_bytes(an, s, in, c, 0, inst_argument(an, s, in, 2), true);
    fill_nothing(an, s, in, 2, out);
    fill_argument(an, s, in, 0, inst_argument(an, s, in, 2), zero ? value_int(0) : value_unknown());
    set_result(an, s, in, p);
    state_list_add(out, s);
}

static void effect_bzero(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!argument_alive(an, s, in, 0, c, true)) {
        state_drop(an, s);
        return;
    }
    (void)ask_bytes(an, s, in, c, 0, inst_argument(an, s, in, 1), true);
    fill_nothing(an, s, in, 1, out);
    fill_argument(an, s, in, 0, inst_argument(an, s, in, 1), value_int(0));
    state_list_add(out, s);
}

/* Copies the cells in [from, from + n) that are known; the rest becomes "anything". */
static void copy_cells(Analysis *an, State *s, Value to, Value from, uint64_t n)
{
    uint32_t count = 0;
    Cell *cells = ARENA_ARRAY(an->scratch, Cell, s->cell_count + 1);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        if (c->region == from.id && !c->off_sym && c->off >= from.num &&
            c->off + (int64_t)c->size <= from.num + (int64_t)n)
            cells[count++] = *c;
    }
    const Cell *none;
    Value rest = state_peek(an, s, from.id, from.num, 0, n, &none);
    state_fill(an, s, to.id, to.num, n,
               rest.kind == VAL_UNINIT || rest.kind == VAL_INT ? rest : value_unknown());
    for (uint32_t i = 0; i < count; i++)
        state_store(an, s, to.id, cells[i].off - from.num + to.num, 0, cells[i].size,
                    cells[i].value);
}

/* The same where it is not known from where, to where or how much: what pointers there were may be
 * kept at the other end. */
static void copy_somewhere(Analysis *an, State *s, const Inst *in, Value to, Value from, uint64_t n)
{
    if (from.kind == VAL_PTR)
        escape_behind(an, s, from);
    if (n && to.kind == VAL_PTR && !to.off_sym && region_info(an, to.id)->kind != REGION_STRING)
        state_fill(an, s, to.id, to.num, n, value_unknown());
    else
        fill_argument(an, s, in, 0, value_unknown(), value_unknown());
}

static void effect_memcpy(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value n = inst_argument(an, s, in, 2);
    bool some = n.kind == VAL_INT && n.num > 0;
    bool wanted = some || (an->safe && n.kind != VAL_INT);
    if (!argument_alive(an, s, in, 0, c, wanted) || !argument_alive(an, s, in, 1, c, wanted)) {
        state_drop(an, s);
        return;
    }
    Value to = inst_argument(an, s, in, 0), from = inst_argument(an, s, in, 1);
    (void)ask_bytes(an, s, in, c, 0, n, true);
    (void)ask_bytes(an, s, in, c, 1, n, false);
    if (an->safe && !some && safe_copy_elements(an, s, to, from, n, in->span, c->name)) {
        set_result(an, s, in, to);
        state_list_add(out, s);
        return;
    }
    if (some && to.kind == VAL_PTR && from.kind == VAL_PTR && !to.off_sym && !from.off_sym &&
        region_info(an, to.id)->kind != REGION_STRING)
        copy_cells(an, s, to, from, (uint64_t)n.num);
    else if (!(n.kind == VAL_INT && n.num == 0))
        copy_somewhere(an, s, in, to, from, some ? (uint64_t)n.num : 0);
    if (an->safe)
        string_copied(an, s, to, from, n);
    set_result(an, s, in, to);
    state_list_add(out, s);
}

/* asprintf(&p, ...): a new string, or -1 and p indeterminate. */
static void effect_asprintf(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    if (!argument_alive(an, s, in, 0, c, true) || !local_is(in->dst)) {
        if (!local_is(in->dst))
            state_list_add(out, s);
        else
            state_drop(an, s);
        return;
    }
    Value p = inst_argument(an, s, in, 0);
    const Type *t = an->fn->locals.data[in->dst.i].type;
    State *failed = state_copy(an, s);
    set_result(an, failed, in, value_int(-1));
    if (p.kind == VAL_PTR)
        state_store(an, failed, p.id, p.num, p.off_sym, 8, value_unknown());
    state_list_add(out, failed);
    Value str = heap_make(an, s, in, c->name, NULL, value_unknown(), CONTENT_ANY);
    if (p.kind == VAL_PTR)
        state_store(an, s, p.id, p.num, p.off_sym, 8, str);
    else
        state_region(an, s, str.id)->own = OWN_GIVEN;
    Value n = value_sym(sym_fresh(an, t, false), 0);
    (void)state_assume_interval(an, s, n, t, 0, INT32_MAX);
    set_result(an, s, in, n);
    state_list_add(out, s);
}

/* getline(&line, &n, f): line is a block of the malloc family afterwards, whatever happened. */
static void effect_getline(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value p = inst_argument(an, s, in, 0), n = inst_argument(an, s, in, 1);
    if (!argument_alive(an, s, in, 0, c, true) ||
        !argument_alive(an, s, in, in->arg_count - 1, c, true)) {
        state_drop(an, s);
        return;
    }
    if (n.kind == VAL_PTR) { /* the size of the block: not 0 */
        const Type *t = type_basic(an->fn->unit->types, TYPE_ULONG);
        Value size = value_fresh(an, s, t, false);
        (void)state_assume_not(an, s, size, t, 0);
        state_store(an, s, n.id, n.num, n.off_sym, t->size, size);
    }
    if (p.kind == VAL_PTR) {
        Value old = state_peek(an, s, p.id, p.num, p.off_sym, 8, NULL);
        Value str;
        uint8_t kind = old.kind == VAL_PTR ? region_info(an, old.id)->kind : REGION_NONE;
        if (kind == REGION_HEAP || kind == REGION_ENTRY) { /* grown: another block */
            release_value(an, s, old, NULL, inst_argument_span(an, in, 0), c->name, NULL);
            RegionState *rs = state_region(an, s, old.id);
            if (rs->life == LIFE_FREED)
                rs->life = LIFE_MOVED;
        }
        str = heap_make(an, s, in, c->name, NULL, value_unknown(), CONTENT_ANY);
        state_store(an, s, p.id, p.num, p.off_sym, 8, str);
    }
    if (local_is(in->dst)) { /* -1, or how much was read, its end included */
        const Type *t = an->fn->locals.data[in->dst.i].type;
        Value got = value_fresh(an, s, t, true);
        (void)state_assume_interval(an, s, got, t, -1, INT64_MAX);
        (void)state_assume_not(an, s, got, t, 0);
        set_result(an, s, in, got);
    }
    state_list_add(out, s);
}

static void fill_behind(Analysis *an, State *s, uint32_t region, int depth)
{
    uint32_t n = 0;
    Value *inner = ARENA_ARRAY(an->scratch, Value, s->cell_count + 1);
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].region == region && s->cells[i].value.kind == VAL_PTR)
            inner[n++] = s->cells[i].value;
    for (uint32_t i = 0; i < n; i++) {
        overwrite_pointee(an, s, inner[i], NULL);
        if (depth > 1)
            fill_behind(an, s, inner[i].id, depth - 1);
    }
}

/* readv, recvmsg: what the pointers in the structure lead to may have been filled. */
static void effect_scatter(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value v = inst_argument(an, s, in, 1);
    if (!argument_alive(an, s, in, 1, c, true)) {
        state_drop(an, s);
        return;
    }
    if (v.kind == VAL_PTR)
        fill_behind(an, s, v.id, 2);
    if (local_is(in->dst))
        set_result(an, s, in, value_fresh(an, s, an->fn->locals.data[in->dst.i].type, true));
    state_list_add(out, s);
}

/* iconv(cd, &in, &inleft, &out, &outleft) writes behind the fourth argument's pointer. */
static void effect_iconv(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value v = inst_argument(an, s, in, 3);
    if (v.kind == VAL_PTR)
        fill_behind(an, s, v.id, 1);
    call_declared(an, s, in, c, out);
}

static void effect_error(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    Value status = inst_argument(an, s, in, 0);
    (void)c;
    if (status.kind == VAL_INT ? status.num != 0
                               : !state_assume(an, s, status, in->args[0].type, false)) {
        state_drop(an, s);
        return;
    }
    state_list_add(out, s);
}

/* All values that `a op b` can have as mathematical integers; false: too many to say. */
static bool exact_interval(const Analysis *an, const State *s, const Inst *in, BinaryOp op,
                           const Value v[2], Interval *out)
{
    const i128 most = (i128)1 << 62;
    Interval x = state_interval(an, s, v[0], in->args[0].type);
    Interval y = state_interval(an, s, v[1], in->args[1].type);
    if (op == BIN_MUL) {
        if (x.lo < 0 || y.lo < 0 || x.hi > most || y.hi > most)
            return false;
        *out = (Interval){x.lo * y.lo, x.hi * y.hi};
    } else {
        *out = op == BIN_ADD ? (Interval){x.lo + y.lo, x.hi + y.hi}
                             : (Interval){x.lo - y.hi, x.hi - y.lo};
    }
    return true;
}

/* __builtin_mul_overflow(a, b, &r), __builtin_add_overflow_p(a, b, (T)0) and their kin: 0 and the
 * exact result, or 1 and a wrapped one. What overflows when it is multiplied is not zero. */
bool eval_overflow(Analysis *an, State *s, const Inst *in, StateList *out)
{
    const char *name = builtin_name((BuiltinId)in->builtin);
    BinaryOp op = strstr(name, "mul_overflow")   ? BIN_MUL
                  : strstr(name, "add_overflow") ? BIN_ADD
                  : strstr(name, "sub_overflow") ? BIN_SUB
                                                 : BIN_COMMA;
    if (op == BIN_COMMA || in->arg_count != 3 || !local_is(in->dst))
        return false;
    bool stores = in->args[2].type->kind == TYPE_POINTER;
    const Type *t = stores ? in->args[2].type->elem : in->args[2].type;
    if (!type_is_integer(t) || t->width > 64)
        return false;
    Value v[2] = {inst_argument(an, s, in, 0), inst_argument(an, s, in, 1)},
          to = inst_argument(an, s, in, 2);
    stores = stores && to.kind == VAL_PTR;
    Interval all, range = interval_of_type(t);
    bool known = exact_interval(an, s, in, op, v, &all);
    for (int over = 0; over < 2; over++) {
        if (known && (over ? all.lo >= range.lo && all.hi <= range.hi
                           : all.lo > range.hi || all.hi < range.lo))
            continue;
        State *one = state_copy(an, s);
        if (over && op == BIN_MUL &&
            (!state_assume_not(an, one, v[0], in->args[0].type, 0) ||
             !state_assume_not(an, one, v[1], in->args[1].type, 0))) {
            state_drop(an, one);
            continue;
        }
        if (stores)
            state_store(an, one, to.id, to.num, to.off_sym, t->size,
                        over ? value_unknown() : value_binary(an, one, op, v[0], v[1], t, t));
        set_result(an, one, in, value_int(over));
        state_list_add(out, one);
    }
    state_drop(an, s);
    return true;
}

/* getopt sets optarg and its kin, which the program only declares. */
static void effect_getopt(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionInfo *info = region_info(an, s->regions[i].region);
        if (info->kind == REGION_GLOBAL && !strncmp(NAME_TEXT(info->sym->name), "opt", 3))
            state_forget_region(an, s, s->regions[i].region, CONTENT_ANY);
    }
    call_declared(an, s, in, c, out);
}

static const struct {
    const char *name;
    NamedEffect *effect;
} effects[] = {
    {"scanf", effect_scanf},        {"sscanf", effect_scanf},
    {"fscanf", effect_scanf},       {"malloc", effect_malloc},
    {"calloc", effect_calloc},      {"realloc", effect_realloc},
    {"alloca", effect_alloca},      {"memset", effect_memset},
    {"bzero", effect_bzero},        {"memcpy", effect_memcpy},
    {"memmove", effect_memcpy},     {"asprintf", effect_asprintf},
    {"vasprintf", effect_asprintf}, {"getline", effect_getline},
    {"error", effect_error},        {"getopt", effect_getopt},
    {"iconv", effect_iconv},        {"readv", effect_scatter},
    {"recvmsg", effect_scatter},    {"ctype_table", effect_ctype_table},
};

bool eval_named(Analysis *an, State *s, const Inst *in, const char *name, const Callee *c,
                StateList *out)
{
    for (uint32_t i = 0; i < COUNT_OF(effects); i++)
        if (strcmp(effects[i].name, name) == 0) {
            effects[i].effect(an, s, in, c, out);
            return true;
        }
    return eval_string_fn(an, s, in, name, c, out);
}
