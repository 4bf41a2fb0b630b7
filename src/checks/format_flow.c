/* checks/format_flow.c - where the text comes from that a function hands on as a format.
 *
 * What comes in: one function's MIR. What goes out: a Flow: for each argument of each call that is
 * a pointer, what its text is made of; and the same for the result and for what is left in memory.
 *
 *     void run(char **argv) {               inputs: argv
 *         const char *f = "%d\n";           f = literal "%d\n", exact
 *         char line[80];
 *         if (argv[1])
 *             f = argv[1];                  f = made of input argv
 *         fgets(line, 80, stdin);           line = source `fgets`
 *         printf(f, 1);                     f = literal or input argv
 *     }
 *
 * The lattice is a set: literals, inputs of the function, one source, "something unknown". The join
 * is the union; so the answers are what may come, on some way that the function has. Memory is cut
 * into slots: variables, fields of variables, and fields behind a pointer that a slot holds. A slot
 * stands for the text in it (arrays) or behind it (pointers).
 *
 * Deliberately imprecise: two slots are different memory unless one was made by `&` of the other;
 * elements of an array are one; what unknown code is given to write to is unknown afterwards. */
#include "checks/format.h"

enum { MAX_SLOTS = 4000, MAX_CELLS = 600000, MAX_DEPTH = 8, MAX_NESTING = 3 };

typedef enum BaseKind { BASE_LOCAL, BASE_GLOBAL, BASE_BEHIND } BaseKind;

typedef struct Base {
    uint8_t kind;      /* BaseKind */
    uint32_t index;    /* LOCAL: LocalId; BEHIND: the slot that holds the pointer */
    const Symbol *sym; /* GLOBAL */
    uint32_t nesting;  /* of BEHIND */
    uint32_t first;    /* its first slot, or ID_NONE */
} SlotBase;

typedef struct FlowSlot {
    uint32_t base, next; /* next of the same base, or ID_NONE */
    uint32_t offset;
    const Type *type;
} FlowSlot;

typedef struct Work {
    FormatCheck *check;
    Arena *arena; /* of this flow's making */
    const MirFunction *fn;
    Flow *flow;
    VEC(SlotBase) bases;
    VEC(FlowSlot) slots;
    Map by_key;      /* base and offset -> slot + 1; BASE_KIND and index -> base + 1 */
    uint32_t *home;  /* by temp: the slot that it was loaded from, or ID_NONE */
    Origin *temp;    /* by temp */
    Origin *now;     /* by slot: the state */
    Origin **entry;  /* by block; NULL: not reached */
    Origin *leaving; /* by slot: joined over the returns; NULL: none reached */
    bool changed, recording;
    bool settled; /* all slots are known */
} Work;

static const Origin unknown_origin = {.root = ID_NONE, .unknown = true};

/* ---- small facts ----------------------------------------------------------------------------- */
static bool is_text(const Type *t) /* or memory of any kind, or wide text */
{
    return type_is_void(t) || (type_is_integer(t) && t->kind != TYPE_BOOL);
}

/* One of a text, or what getchar() gives. */
static bool is_character(const Type *t)
{
    return type_is_integer(t) && t->size <= 4 && t->kind != TYPE_BOOL;
}

static bool holds_text(const Type *t)
{
    return t->kind == TYPE_POINTER || t->kind == TYPE_ARRAY || type_is_record(t);
}

static Origin literal_origin(Work *w, const Literal *l)
{
    Flow *f = w->flow;
    uint32_t i = 0;
    while (i < f->literals.len && (f->literals.data[i].bytes != l->bytes ||
                                   f->literals.data[i].declared.begin != l->declared.begin))
        i++;
    if (i >= 64)
        return unknown_origin;
    if (i == f->literals.len)
        VEC_PUSH(w->check->arena, &f->literals, *l);
    return (Origin){.literals = (uint64_t)1 << i, .root = ID_NONE, .exact = true};
}

/* ---- origins --------------------------------------------------------------------------------- */
static bool has_origin(const Origin *o)
{
    return o->literals || o->inputs || o->source;
}

static bool nothing(const Origin *o)
{
    return !has_origin(o) && !o->unknown && !o->points && o->root == ID_NONE;
}

static Origin joined(Origin a, Origin b)
{
    if (nothing(&a))
        return b;
    if (nothing(&b))
        return a;
    Origin o = a;
    o.literals |= b.literals;
    o.inputs |= b.inputs;
    o.points |= b.points;
    if (!o.source || (b.source && b.source < o.source))
        o.source = b.source;
    o.exact &= b.exact;
    o.start &= b.start;
    o.unknown |= b.unknown || a.root != b.root;
    if (a.root != b.root)
        o.root = ID_NONE;
    return o;
}

static bool same_origin(const Origin *a, const Origin *b)
{
    return a->literals == b->literals && a->inputs == b->inputs && a->points == b->points &&
           a->source == b->source && a->root == b->root && a->unknown == b->unknown &&
           a->exact == b->exact && a->start == b->start;
}

/* A part, a copy or a pointee of it. */
static Origin derived(Origin o)
{
    if (o.literals)
        o.unknown = true;
    o.literals = 0;
    o.exact = o.start = false;
    return o;
}

static Origin without_root(Origin o)
{
    o.root = ID_NONE;
    o.start = false;
    return o;
}

static uint32_t input(Work *w, Input in)
{
    for (uint32_t i = 0; i < w->flow->inputs.len; i++) {
        const Input *k = &w->flow->inputs.data[i];
        if (k->kind == in.kind && k->param == in.param && k->offset == in.offset &&
            k->sym == in.sym)
            return i;
    }
    if (w->flow->inputs.len == 64)
        return ID_NONE;
    VEC_PUSH(w->check->arena, &w->flow->inputs, in);
    return w->flow->inputs.len - 1;
}

static Origin input_origin(Work *w, Input in)
{
    uint32_t i = input(w, in);
    if (i == ID_NONE)
        return unknown_origin;
    uint64_t bit = (uint64_t)1 << i;
    return (Origin){
        .inputs = bit, .points = in.kind == INPUT_PARAM ? bit : 0, .root = ID_NONE, .exact = true};
}

static uint32_t source(Work *w, Source s)
{
    Flow *f = w->flow;
    for (uint32_t i = 1; i < f->sources.len; i++)
        if (f->sources.data[i].span.begin == s.span.begin &&
            !strcmp(f->sources.data[i].what, s.what))
            return i;
    VEC_PUSH(w->check->arena, &f->sources, s);
    return f->sources.len - 1;
}

/* ---- slots ----------------------------------------------------------------------------------- */
static uint32_t base_of(Work *w, SlotBase b)
{
    uint64_t key = (uint64_t)(b.kind + 1) << 60 |
                   (b.kind == BASE_GLOBAL ? MAP_KEY_PTR(b.sym) : (uint64_t)b.index);
    uintptr_t found;
    if (map_get(&w->by_key, key, &found))
        return (uint32_t)found - 1;
    b.first = ID_NONE;
    VEC_PUSH(w->arena, &w->bases, b);
    map_put(&w->by_key, key, w->bases.len);
    return w->bases.len - 1;
}

static uint32_t find_slot(const Work *w, uint32_t base, uint32_t offset)
{
    for (uint32_t i = w->bases.data[base].first; i != ID_NONE; i = w->slots.data[i].next)
        if (w->slots.data[i].offset == offset)
            return i;
    return ID_NONE;
}

static uint32_t make_slot(Work *w, uint32_t base, uint32_t offset, const Type *type)
{
    uint32_t i = find_slot(w, base, offset);
    if (i != ID_NONE || w->settled || w->slots.len >= MAX_SLOTS)
        return i;
    FlowSlot s = {base, w->bases.data[base].first, offset, type};
    VEC_PUSH(w->arena, &w->slots, s);
    w->bases.data[base].first = w->slots.len - 1;
    return w->slots.len - 1;
}

static uint32_t place_base(Work *w, const Place *p)
{
    switch ((PlaceBase)p->base) {
    case PLACE_LOCAL: return base_of(w, (SlotBase){BASE_LOCAL, p->local.i, NULL, 0, 0});
    case PLACE_GLOBAL: return base_of(w, (SlotBase){BASE_GLOBAL, 0, p->sym, 0, 0});
    case PLACE_DEREF: {
        uint32_t home = p->pointer.kind == OPERAND_TEMP ? w->home[p->pointer.index] : ID_NONE;
        if (home == ID_NONE)
            return ID_NONE;
        uint32_t nesting = w->bases.data[w->slots.data[home].base].nesting + 1;
        if (nesting > MAX_NESTING)
            return ID_NONE;
        return base_of(w, (SlotBase){BASE_BEHIND, home, NULL, nesting, 0});
    }
    case PLACE_UPVAR: break;
    }
    return ID_NONE;
}

/* The slot that a place is, or lies in; whole: it is all of it. */
static uint32_t slot_of(Work *w, PlaceId id, bool *whole)
{
    const Place *p = mir_place(w->fn, id);
    uint32_t base = place_base(w, p);
    uint64_t offset = 0;
    const Type *t = p->base_type;
    *whole = true;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *j = &w->fn->projections.data[p->first + i];
        if (j->kind != PROJ_FIELD) {
            *whole = false;
            break;
        }
        offset += j->field->offset;
        t = j->type;
    }
    if (base == ID_NONE || offset >= NO_OFFSET || !t)
        return ID_NONE;
    bool character = p->base == PLACE_LOCAL && !p->count && is_character(t);
    if (!holds_text(t) && !character && p->base != PLACE_DEREF)
        return ID_NONE;
    return make_slot(w, base, (uint32_t)offset, t);
}

/* Temps are defined in the order of the blocks, or nearly so: what is missed is unknown. */
static void find_slots(Work *w)
{
    bool whole;
    for (uint32_t b = 0; b < w->fn->blocks.len; b++)
        for (uint32_t i = 0; i < w->fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &w->fn->blocks.data[b].insts.data[i];
            uint32_t a = place_is(in->a) ? slot_of(w, in->a, &whole) : ID_NONE;
            if (in->op == INST_LOAD && a != ID_NONE && whole &&
                mir_place(w->fn, in->a)->type->kind == TYPE_POINTER)
                w->home[in->dst.i] = a;
            if (in->op == INST_CONVERT && in->x.kind == OPERAND_TEMP &&
                in->x.type->kind == TYPE_POINTER)
                w->home[in->dst.i] = w->home[in->x.index];
            if (place_is(in->b))
                (void)slot_of(w, in->b, &whole);
            for (uint32_t k = 0; k < in->arg_count; k++)
                if (in->args[k].kind == OPERAND_GLOBAL && in->args[k].sym->kind == SYM_VAR &&
                    holds_text(in->args[k].sym->type))
                    (void)make_slot(w,
                                    base_of(w, (SlotBase){BASE_GLOBAL, 0, in->args[k].sym, 0, 0}),
                                    (uint32_t)in->args[k].u.bits, in->args[k].sym->type);
        }
}

/* ---- the state ------------------------------------------------------------------------------- */
/* p->f where p was made by &s is s.f. */
static uint32_t seen_through(const Work *w, uint32_t slot)
{
    for (uint32_t n = 0; slot != ID_NONE && n < 4; n++) {
        const FlowSlot *s = &w->slots.data[slot];
        const SlotBase *b = &w->bases.data[s->base];
        if (b->kind != BASE_BEHIND || w->now[b->index].root == ID_NONE)
            break;
        const FlowSlot *root = &w->slots.data[w->now[b->index].root];
        uint32_t to = find_slot(w, root->base, root->offset + s->offset);
        if (to == ID_NONE || to == slot)
            break;
        slot = to;
    }
    return slot;
}

static void forget_behind(Work *w, uint32_t slot)
{
    for (uint32_t i = 0; i < w->slots.len; i++) {
        const SlotBase *b = &w->bases.data[w->slots.data[i].base];
        if (b->kind == BASE_BEHIND && b->index == slot)
            w->now[i] = unknown_origin;
    }
}

static void put(Work *w, uint32_t slot, Origin o, bool strong)
{
    slot = seen_through(w, slot);
    if (slot == ID_NONE)
        return;
    w->now[slot] = strong ? o : joined(w->now[slot], o);
}

static Origin content(const Work *w, uint32_t slot)
{
    slot = seen_through(w, slot);
    return slot == ID_NONE ? unknown_origin : w->now[slot];
}

static Origin operand_origin(Work *w, const Operand *o)
{
    Literal l;
    if (o->kind == OPERAND_TEMP)
        return w->temp[o->index];
    if (o->kind == OPERAND_NULL)
        return (Origin){.root = ID_NONE};
    if (format_constant(w->fn, o, &l))
        return literal_origin(w, &l);
    if (o->kind != OPERAND_GLOBAL || o->sym->kind != SYM_VAR)
        return unknown_origin;
    uint32_t base = base_of(w, (SlotBase){BASE_GLOBAL, 0, o->sym, 0, 0});
    uint32_t slot = find_slot(w, base, (uint32_t)o->u.bits);
    Origin v = content(w, slot);
    v.root = slot;
    v.start = slot != ID_NONE;
    return v;
}

/* What the pointer points to, as it is now: its own history, and what was put there since. */
static Origin text_of(Work *w, const Operand *o)
{
    Origin v = operand_origin(w, o);
    if (v.root == ID_NONE)
        return v;
    Origin c = content(w, v.root);
    bool array = w->slots.data[v.root].type->kind != TYPE_POINTER;
    if (!array)
        return v;
    if (!v.start)
        c = derived(c);
    c.root = v.root;
    c.start = v.start;
    return c;
}

/* What the pointer points to becomes `o`. */
static void fill(Work *w, const Operand *pointer, Origin o, bool strong)
{
    Origin v = operand_origin(w, pointer);
    o = without_root(o);
    if (v.root != ID_NONE) {
        const FlowSlot root = w->slots.data[v.root];
        bool record = type_is_record(root.type);
        put(w, v.root, o, strong && v.start);
        for (uint32_t i = w->bases.data[root.base].first; i != ID_NONE && record;
             i = w->slots.data[i].next)
            if (w->slots.data[i].offset >= root.offset &&
                w->slots.data[i].offset < root.offset + root.type->size)
                put(w, i, o, strong && v.start);
        return;
    }
    /* The slot that holds the pointer stands for what it points to. */
    uint32_t home = pointer->kind == OPERAND_TEMP ? w->home[pointer->index] : ID_NONE;
    if (home != ID_NONE) {
        Origin filled = strong ? o : joined(v, o);
        filled.points = v.points;
        put(w, home, without_root(filled), true);
        for (uint32_t i = 0; i < w->slots.len; i++) {
            const SlotBase *b = &w->bases.data[w->slots.data[i].base];
            if (b->kind == BASE_BEHIND && b->index == home)
                put(w, i, o, strong);
        }
    }
    for (uint32_t p = 0; p < w->fn->param_count && p < 64; p++) {
        uint32_t slot = find_slot(w, base_of(w, (SlotBase){BASE_LOCAL, p + 1, NULL, 0, 0}), 0);
        if ((v.points >> p & 1) && slot != ID_NONE && slot != home &&
            (w->now[slot].points >> p & 1))
            put(w, slot, o, false);
    }
}

static void set_temp(Work *w, LocalId dst, Origin o)
{
    if (!local_is(dst))
        return;
    Origin before = w->temp[dst.i];
    w->temp[dst.i] = joined(before, o);
    w->changed |= !same_origin(&before, &w->temp[dst.i]);
}

/* ---- calls ----------------------------------------------------------------------------------- */
static const char *place_of(const Work *w, const MirFunction *fn, Span span)
{
    return place_text(w->check->arena, fn->unit, span);
}

static Origin from_outside(Work *w, const Inst *in, const char *name)
{
    Source s = {in->span, arena_printf(w->check->arena, "`%s` gets it from outside here", name),
                NULL};
    return (Origin){.source = source(w, s), .root = ID_NONE};
}

/* Is the text in its BUILTIN("...") `name`, or does it begin with that? */
static bool models_builtin(const Symbol *model, const char *name, bool prefix)
{
    const Attr *a = attr_find(model->attrs, ATTR_CORTEN_BUILTIN);
    size_t len = strlen(name);
    if (!a)
        a = attr_find(model->type->u.fn.attrs, ATTR_CORTEN_BUILTIN);
    if (!a || !a->arg_count || a->args[0]->kind != EXPR_STRING)
        return false;
    const Expr *e = a->args[0]; /* no NUL behind its bytes */
    return (prefix ? e->u.string.count >= len : e->u.string.count == len) &&
           memcmp(e->u.string.bytes, name, len) == 0;
}

/* Does it write all of the text that its first parameter points to? */
static bool overwrites(const Symbol *model)
{
    static const char *const names[] = {"strcpy", "strncpy", "memcpy", "sprintf", "snprintf"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (models_builtin(model, names[i], false))
            return true;
    return false;
}

static bool is_scanf(const Symbol *model)
{
    const Attr *a = attr_find(model->attrs, ATTR_FORMAT);
    if (!a)
        a = attr_find(model->type->u.fn.attrs, ATTR_FORMAT);
    return a && a->arg_count && a->args[0]->kind == EXPR_IDENT &&
           strstr(NAME_TEXT(a->args[0]->u.ident.name), "scanf");
}

/* What text the call reads: that of its parameters of type const char *, and of `...`. */
static Origin texts_read(Work *w, const Inst *in, const Type *fn)
{
    Origin all = {.root = ID_NONE};
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const Type *t = in->args[i].type;
        if (!t || t->kind != TYPE_POINTER || !is_text(t->elem))
            continue;
        const Type *p = i < fn->u.fn.count ? fn->u.fn.params[i].type : NULL;
        if (p && (p->kind != TYPE_POINTER || !(p->elem->quals & QUAL_CONST)))
            continue;
        all = joined(all, derived(without_root(text_of(w, &in->args[i]))));
    }
    all.unknown |= nothing(&all);
    return all;
}

static Origin model_result(Work *w, const Inst *in, const Symbol *model, Origin read)
{
    const Type *fn = model->type;
    Level result = contract_level(fn->elem, model->attrs);
    Origin o = {.root = ID_NONE};
    if (fn->elem->kind != TYPE_POINTER && !is_character(fn->elem))
        return unknown_origin;
    if (result.outside)
        return from_outside(w, in, NAME_TEXT(model->name));
    for (uint32_t i = 0; i < fn->u.fn.count && i < in->arg_count; i++) {
        const ParamType *p = &fn->u.fn.params[i];
        if (contract_level(p->type, p->attrs).lifetimebound) {
            Origin v = text_of(w, &in->args[i]);
            v.literals = 0;
            v.exact = false;
            o = joined(o, v);
        }
    }
    if (!nothing(&o) || fn->elem->kind != TYPE_POINTER || !is_text(fn->elem->elem))
        return nothing(&o) ? unknown_origin : o;
    if (models_builtin(model, "strtok", true) && in->arg_count)
        return derived(text_of(w, &in->args[0]));
    return read;
}

static void call_model(Work *w, const Inst *in, const Symbol *model)
{
    const Type *fn = model->type;
    Origin read = texts_read(w, in, fn);
    Origin result = model_result(w, in, model, read);
    bool scans = is_scanf(model);
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const ParamType *p = i < fn->u.fn.count ? &fn->u.fn.params[i] : NULL;
        const Type *t = in->args[i].type;
        if (!t || t->kind != TYPE_POINTER)
            continue;
        if (p ? contract_level(p->type, p->attrs).outside : scans)
            fill(w, &in->args[i], from_outside(w, in, NAME_TEXT(model->name)), p != NULL);
        else if (p && p->type->kind == TYPE_POINTER && !(p->type->elem->quals & QUAL_CONST) &&
                 is_text(p->type->elem) && !scans)
            fill(w, &in->args[i], read, overwrites(model));
    }
    set_temp(w, in->dst, result);
}

/* The slot at an offset of what an argument points to, or ID_NONE. */
static uint32_t slot_behind(Work *w, const Operand *o, uint32_t offset)
{
    Origin v = operand_origin(w, o);
    if (v.root != ID_NONE)
        return find_slot(w, w->slots.data[v.root].base, w->slots.data[v.root].offset + offset);
    if (o->kind != OPERAND_TEMP || w->home[o->index] == ID_NONE)
        return ID_NONE;
    return find_slot(w, base_of(w, (SlotBase){BASE_BEHIND, w->home[o->index], NULL, 1, 0}), offset);
}

static Origin translated_input(Work *w, const Inst *in, const Input *k)
{
    if (k->kind == INPUT_GLOBAL)
        return input_origin(w, *k);
    const Operand *arg = &in->args[k->param];
    if (k->param >= in->arg_count || !arg->type || arg->type->kind != TYPE_POINTER)
        return unknown_origin;
    if (k->kind == INPUT_PARAM)
        return text_of(w, arg);
    uint32_t slot = slot_behind(w, arg, k->offset);
    return slot == ID_NONE ? derived(operand_origin(w, arg)) : content(w, slot);
}

/* An origin in terms of a callee, in terms of the call. */
static Origin translated(Work *w, const Inst *in, const Flow *callee, Origin o)
{
    Origin all = {.root = ID_NONE, .unknown = o.unknown || o.literals};
    if (o.source) {
        const Source *s = &callee->sources.data[o.source];
        const char *name = NAME_TEXT(in->x.sym->name);
        Source mine = {in->span,
                       arena_printf(w->check->arena, "`%s` gets it from outside here", name),
                       s->inner        ? s->inner
                       : s->span.begin ? place_of(w, callee->fn, s->span)
                                       : NULL};
        all.source = source(w, mine);
    }
    for (uint32_t i = 0; i < callee->inputs.len; i++) {
        if (!(o.inputs >> i & 1))
            continue;
        Origin part = translated_input(w, in, &callee->inputs.data[i]);
        all = joined(all, o.exact ? part : derived(part));
    }
    return without_root(all);
}

static void call_body(Work *w, const Inst *in, const Flow *callee)
{
    Origin result = translated(w, in, callee, callee->result);
    Origin *from = ARENA_ARRAY(w->arena, Origin, callee->outputs.len);
    for (uint32_t i = 0; i < callee->outputs.len; i++)
        from[i] = translated(w, in, callee, callee->outputs.data[i].from);
    for (uint32_t i = 0; i < callee->outputs.len; i++) {
        const Output *o = &callee->outputs.data[i];
        if (o->sym) {
            uint32_t base = base_of(w, (SlotBase){BASE_GLOBAL, 0, o->sym, 0, 0});
            put(w, find_slot(w, base, o->offset), from[i], false);
        } else if (o->param < in->arg_count && o->offset == NO_OFFSET) {
            fill(w, &in->args[o->param], from[i], false);
        } else if (o->param < in->arg_count) {
            put(w, slot_behind(w, &in->args[o->param], o->offset), from[i], false);
        }
    }
    set_temp(w, in->dst, result);
}

/* Unknown code may write through any pointer to what is not constant. */
static void call_unknown(Work *w, const Inst *in)
{
    const Type *fn = in->op == INST_CALL ? in->type : NULL;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const Type *t = in->args[i].type;
        const Type *p =
            fn && fn->kind == TYPE_FUNCTION && i < fn->u.fn.count ? fn->u.fn.params[i].type : t;
        if (!t || t->kind != TYPE_POINTER || p->kind != TYPE_POINTER ||
            (p->elem->quals & QUAL_CONST))
            continue;
        if (operand_origin(w, &in->args[i]).root != ID_NONE)
            fill(w, &in->args[i], unknown_origin, true);
    }
    set_temp(w, in->dst, unknown_origin);
}

static bool passes_format(Work *w, const Inst *in)
{
    const Symbol *fn = in->op == INST_CALL && in->x.kind == OPERAND_GLOBAL ? in->x.sym : NULL;
    const Symbol *model = format_model(w->check, in);
    Origin all = {.root = ID_NONE};
    for (uint32_t k = 0; k < 2; k++) {
        const Symbol *s = k ? model : fn;
        for (const Attr *a = s ? s->attrs : NULL; a; a = a->next) {
            i128 n;
            if (a->known == ATTR_FORMAT_ARG && attr_int(a, 0, &n) && n > 0 && n <= in->arg_count)
                all = joined(all, text_of(w, &in->args[n - 1]));
        }
    }
    if (nothing(&all))
        return false;
    set_temp(w, in->dst, without_root(all));
    return true;
}

static void record_slot(Work *w, const Inst *in, uint32_t arg, uint32_t base, uint32_t from)
{
    for (uint32_t i = w->bases.data[base].first; i != ID_NONE; i = w->slots.data[i].next) {
        Origin o = content(w, i);
        if (w->slots.data[i].offset < from || !has_origin(&o))
            continue;
        FlowArgument a = {in, arg, w->slots.data[i].offset - from, o};
        VEC_PUSH(w->check->arena, &w->flow->arguments, a);
    }
}

static void record_arguments(Work *w, const Inst *in)
{
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const Type *t = in->args[i].type;
        if (!t || t->kind != TYPE_POINTER)
            continue;
        FlowArgument a = {in, i, NO_OFFSET, text_of(w, &in->args[i])};
        if (has_origin(&a.from))
            VEC_PUSH(w->check->arena, &w->flow->arguments, a);
        Origin v = operand_origin(w, &in->args[i]);
        uint32_t home = in->args[i].kind == OPERAND_TEMP ? w->home[in->args[i].index] : ID_NONE;
        if (!format_body(w->check, in) || (!type_is_record(t->elem) && !holds_text(t->elem)))
            continue;
        if (v.root != ID_NONE)
            record_slot(w, in, i, w->slots.data[v.root].base, w->slots.data[v.root].offset);
        else if (home != ID_NONE)
            record_slot(w, in, i, base_of(w, (SlotBase){BASE_BEHIND, home, NULL, 1, 0}), 0);
    }
}

static void call(Work *w, const Inst *in)
{
    const Symbol *model = format_model(w->check, in);
    if (w->recording)
        record_arguments(w, in);
    if (passes_format(w, in))
        return;
    const Flow *callee = format_callee_flow(w->check, in);
    if (callee)
        call_body(w, in, callee);
    else if (model && model->type->kind == TYPE_FUNCTION)
        call_model(w, in, model);
    else
        call_unknown(w, in);
}

/* ---- instructions ---------------------------------------------------------------------------- */
/* What a place holds that is no slot of its own. */
static Origin behind(Work *w, const Place *p)
{
    if (p->base != PLACE_DEREF)
        return unknown_origin;
    return derived(without_root(text_of(w, &p->pointer)));
}

static void load(Work *w, const Inst *in)
{
    const Place *p = mir_place(w->fn, in->a);
    bool whole;
    Literal l;
    if (p->type->kind != TYPE_POINTER && !is_character(p->type))
        return;
    if (format_constant_load(w->fn, p, &l)) {
        set_temp(w, in->dst, literal_origin(w, &l));
        return;
    }
    uint32_t slot = slot_of(w, in->a, &whole);
    if (slot == ID_NONE) {
        set_temp(w, in->dst, behind(w, p));
        return;
    }
    Origin o = content(w, slot);
    if (p->base == PLACE_DEREF && !p->count && !has_origin(&o))
        o = behind(w, p); /* an array of texts, a text */
    set_temp(w, in->dst, whole ? o : derived(without_root(o)));
}

static void address(Work *w, const Inst *in)
{
    const Place *p = mir_place(w->fn, in->a);
    bool whole;
    uint32_t slot = slot_of(w, in->a, &whole);
    Origin o;
    if (slot != ID_NONE && (w->slots.data[slot].type->kind != TYPE_POINTER || whole) &&
        holds_text(w->slots.data[slot].type)) {
        o = whole ? content(w, slot) : derived(content(w, slot));
        o.root = slot;
        o.start = whole;
    } else if (p->base == PLACE_DEREF) {
        o = derived(operand_origin(w, &p->pointer));
    } else {
        o = unknown_origin;
    }
    set_temp(w, in->dst, o);
}

/* A character goes into a text, which may be made of such characters then. */
static void store_character(Work *w, const Inst *in, uint32_t slot)
{
    const Place *p = mir_place(w->fn, in->a);
    Origin c = derived(without_root(operand_origin(w, &in->x)));
    if (slot != ID_NONE && holds_text(w->slots.data[slot].type))
        put(w, slot, joined(derived(content(w, slot)), c), true);
    if (p->base != PLACE_DEREF || p->count)
        return;
    uint32_t root = operand_origin(w, &p->pointer).root;
    if (root != ID_NONE)
        put(w, root, joined(derived(content(w, root)), c), true);
    else if (has_origin(&c))
        fill(w, &p->pointer, c, false);
}

static void store(Work *w, const Inst *in)
{
    const Place *p = mir_place(w->fn, in->a);
    bool whole;
    uint32_t slot = slot_of(w, in->a, &whole);
    bool pointer = in->x.type->kind == TYPE_POINTER;
    bool variable = p->base == PLACE_LOCAL && !p->count && is_character(p->type);
    if (!pointer && !variable) {
        store_character(w, in, slot);
    } else if (slot != ID_NONE) {
        if (whole && pointer)
            forget_behind(w, slot);
        put(w, slot, operand_origin(w, &in->x), whole);
    }
}

static void text_store(Work *w, const Inst *in)
{
    bool whole;
    Literal l;
    uint32_t slot = slot_of(w, in->a, &whole);
    if (slot == ID_NONE)
        return;
    if (in->op == INST_STRING && format_keeps_text(w->fn, in) &&
        format_constant(w->fn, &in->x, &l)) {
        l.declared = mir_place(w->fn, in->a)->span;
        put(w, slot, literal_origin(w, &l), whole);
        return;
    }
    bool all;
    uint32_t from = place_is(in->b) ? slot_of(w, in->b, &all) : ID_NONE;
    const FlowSlot to = w->slots.data[slot];
    for (uint32_t i = w->bases.data[to.base].first; i != ID_NONE; i = w->slots.data[i].next) {
        uint32_t offset = w->slots.data[i].offset - to.offset, k = ID_NONE;
        if (w->slots.data[i].offset < to.offset || offset >= to.type->size)
            continue;
        if (from != ID_NONE)
            k = find_slot(w, w->slots.data[from].base, w->slots.data[from].offset + offset);
        put(w, i, k == ID_NONE ? unknown_origin : content(w, k), whole);
    }
}

static void transfer(Work *w, const Inst *in)
{
    switch ((InstOp)in->op) {
    case INST_LOAD: load(w, in); break;
    case INST_ADDR: address(w, in); break;
    case INST_STORE: store(w, in); break;
    case INST_COPY:
    case INST_ZERO:
    case INST_STRING: text_store(w, in); break;
    case INST_ASSIGN: set_temp(w, in->dst, operand_origin(w, &in->x)); break;
    case INST_CONVERT:
        if (in->x.type->kind == TYPE_POINTER || is_character(in->x.type))
            set_temp(w, in->dst, operand_origin(w, &in->x));
        break;
    case INST_PTRADD: {
        Origin o = operand_origin(w, &in->x);
        bool moves = in->y.kind != OPERAND_INT || in->y.u.bits != 0;
        set_temp(w, in->dst, moves ? derived(o) : o);
        break;
    }
    case INST_CALL:
    case INST_BUILTIN: call(w, in); break;
    case INST_VA_ARG:
        if (local_is(in->dst))
            set_temp(w, in->dst, unknown_origin);
        break;
    case INST_LIVE:
    case INST_UNARY:
    case INST_BINARY:
    case INST_PTRSUB:
    case INST_DEAD:
    case INST_VLA:
    case INST_CHECK:
    case INST_ASM:
    case INST_OP_COUNT: break;
    }
}

/* ---- the function ---------------------------------------------------------------------------- */
static bool is_percent(const Operand *o)
{
    return o->kind == OPERAND_INT && o->u.bits == '%';
}

/* if (*p == '%'), strchr(s, '%'), case '%': */
static bool looks_for_percent(const MirFunction *f)
{
    for (uint32_t b = 0; b < f->blocks.len; b++) {
        const Block *block = &f->blocks.data[b];
        for (uint32_t i = 0; i < block->term.case_count; i++)
            if (block->term.cases[i].lo <= '%' && block->term.cases[i].hi >= '%')
                return true;
        for (uint32_t i = 0; i < block->insts.len; i++) {
            const Inst *in = &block->insts.data[i];
            if (in->op == INST_BINARY && (in->sub == BIN_EQ || in->sub == BIN_NE) &&
                (is_percent(&in->x) || is_percent(&in->y)))
                return true;
            if (in->op == INST_CALL && in->arg_count == 2 && is_percent(&in->args[1]))
                return true;
        }
    }
    return false;
}

static bool is_main(const MirFunction *f)
{
    return f->sym->linkage == LINK_EXTERNAL && !strcmp(NAME_TEXT(f->sym->name), "main");
}

/* What the function finds: parameters, what they point to, globals. */
static Origin at_entry(Work *w, uint32_t slot)
{
    const FlowSlot *s = &w->slots.data[slot];
    const SlotBase *b = &w->bases.data[s->base];
    Origin o = unknown_origin;
    if (b->kind == BASE_GLOBAL) {
        uintptr_t yes;
        if (b->sym->linkage == LINK_EXTERNAL &&
            map_get(&w->check->outside, MAP_KEY_PTR(b->sym->name), &yes)) {
            const char *what =
                arena_printf(w->check->arena, "`%s` comes from outside", NAME_TEXT(b->sym->name));
            return (Origin){.source = source(w, (Source){{0}, what, NULL}), .root = ID_NONE};
        }
        if (format_never_written(b->sym->type))
            return unknown_origin;
        return input_origin(w, (Input){INPUT_GLOBAL, 0, s->offset, b->sym});
    }
    if (b->kind == BASE_LOCAL && b->index >= 1 && b->index <= w->fn->param_count && !s->offset) {
        o = input_origin(w, (Input){INPUT_PARAM, b->index - 1, NO_OFFSET, NULL});
        if (is_main(w->fn) && b->index >= 2 && s->type->kind == TYPE_POINTER)
            o.source = source(w, (Source){w->fn->locals.data[b->index].span,
                                          b->index == 2 ? "the command line comes from outside"
                                                        : "the environment comes from outside",
                                          NULL});
        return o;
    }
    if (b->kind == BASE_BEHIND) {
        const FlowSlot *p = &w->slots.data[b->index];
        const SlotBase *owner = &w->bases.data[p->base];
        if (owner->kind == BASE_LOCAL && owner->index >= 1 && owner->index <= w->fn->param_count &&
            !p->offset) {
            o = input_origin(w, (Input){INPUT_POINTEE, owner->index - 1, s->offset, NULL});
            Origin whole = at_entry(w, b->index);
            o.source = whole.source;
        }
    }
    return o;
}

static void flow_into(Work *w, uint32_t block)
{
    size_t bytes = w->slots.len * sizeof(Origin);
    if (!w->entry[block]) {
        w->entry[block] = arena_copy(w->arena, w->now, bytes ? bytes : 1);
        w->changed = true;
        return;
    }
    for (uint32_t i = 0; i < w->slots.len; i++) {
        Origin o = joined(w->entry[block][i], w->now[i]);
        if (same_origin(&o, &w->entry[block][i]))
            continue;
        w->entry[block][i] = o;
        w->changed = true;
    }
}

static void run_block(Work *w, uint32_t b)
{
    const Block *block = &w->fn->blocks.data[b];
    memcpy(w->now, w->entry[b], w->slots.len * sizeof(Origin));
    for (uint32_t i = 0; i < block->insts.len; i++)
        transfer(w, &block->insts.data[i]);
    if (block->term.kind == TERM_RETURN && w->recording) {
        if (!w->leaving)
            w->leaving = arena_copy(w->arena, w->now, w->slots.len * sizeof(Origin) + 1);
        for (uint32_t i = 0; i < w->slots.len; i++)
            w->leaving[i] = joined(w->leaving[i], w->now[i]);
    }
    uint32_t n = mir_successors(&block->term, NULL, 0);
    BlockId *next = ARENA_ARRAY(w->arena, BlockId, n + 1);
    (void)mir_successors(&block->term, next, n);
    for (uint32_t i = 0; i < n; i++)
        flow_into(w, next[i].i);
}

static void add_output(Work *w, uint32_t slot)
{
    const FlowSlot *s = &w->slots.data[slot];
    const SlotBase *b = &w->bases.data[s->base];
    Origin left = w->leaving[slot], found = at_entry(w, slot);
    Output out = {.offset = s->offset, .from = left};
    out.from.inputs &= ~found.inputs;
    out.from.literals = 0;
    if (found.source)
        out.from.source = 0;
    if (!out.from.source && !out.from.inputs)
        return;
    if (b->kind == BASE_GLOBAL) {
        out.sym = b->sym;
    } else if (b->kind == BASE_LOCAL && b->index >= 1 && b->index <= w->fn->param_count) {
        /* still the pointer that the caller gave */
        if (!(left.points & found.points) || s->offset)
            return;
        out.param = b->index - 1;
        out.offset = NO_OFFSET;
    } else if (b->kind == BASE_BEHIND) {
        const FlowSlot *p = &w->slots.data[b->index];
        const SlotBase *owner = &w->bases.data[p->base];
        if (owner->kind != BASE_LOCAL || owner->index < 1 || owner->index > w->fn->param_count ||
            p->offset)
            return;
        out.param = owner->index - 1;
    } else {
        return;
    }
    VEC_PUSH(w->check->arena, &w->flow->outputs, out);
}

static void finish(Work *w)
{
    uint32_t result = find_slot(w, base_of(w, (SlotBase){BASE_LOCAL, 0, NULL, 0, 0}), 0);
    w->flow->result = unknown_origin;
    if (!w->leaving)
        return;
    if (result != ID_NONE)
        w->flow->result = without_root(w->leaving[result]);
    for (uint32_t i = 0; i < w->slots.len; i++)
        add_output(w, i);
}

static bool make(Work *w)
{
    uint32_t n = w->fn->locals.len, blocks = w->fn->blocks.len;
    w->home = ARENA_ARRAY(w->arena, uint32_t, n + 1);
    w->temp = ARENA_ARRAY(w->arena, Origin, n + 1);
    w->entry = ARENA_ARRAY(w->arena, Origin *, blocks);
    map_init(&w->by_key, w->arena);
    for (uint32_t i = 0; i < n; i++) {
        w->home[i] = ID_NONE;
        w->temp[i].root = ID_NONE;
    }
    for (uint32_t i = 0; i < w->fn->param_count && i < 64; i++)
        (void)input(w, (Input){INPUT_PARAM, i, NO_OFFSET, NULL});
    find_slots(w);
    w->settled = true;
    if (w->slots.len >= MAX_SLOTS || (uint64_t)w->slots.len * blocks > MAX_CELLS)
        return false;
    w->now = ARENA_ARRAY(w->arena, Origin, w->slots.len + 1);
    w->entry[0] = ARENA_ARRAY(w->arena, Origin, w->slots.len + 1);
    for (uint32_t i = 0; i < w->slots.len; i++)
        w->entry[0][i] = at_entry(w, i);
    MirGraph *g = mir_graph(w->arena, w->fn);
    do {
        w->changed = false;
        for (uint32_t i = 0; i < blocks; i++)
            if (w->entry[g->rpo[i].i])
                run_block(w, g->rpo[i].i);
    } while (w->changed);
    w->recording = true;
    for (uint32_t i = 0; i < blocks; i++)
        if (w->entry[g->rpo[i].i])
            run_block(w, g->rpo[i].i);
    finish(w);
    return true;
}

const Flow *format_callee_flow(FormatCheck *c, const Inst *in)
{
    const MirFunction *body = format_body(c, in);
    const ContractEntry *entry = body ? NULL : format_read_entry(c, in);
    uintptr_t known;
    if (!entry)
        return body ? format_flow(c, body) : NULL;
    if (map_get(&c->flows, MAP_KEY_PTR(entry), &known))
        return (const Flow *)known;
    const Flow *f = format_contract_read(c, entry, NULL);
    map_put(&c->flows, MAP_KEY_PTR(entry), (uintptr_t)f);
    return f;
}

const Flow *format_flow(FormatCheck *c, const MirFunction *fn)
{
    uintptr_t known;
    if (map_get(&c->flows, MAP_KEY_PTR(fn), &known)) {
        const Flow *f = (const Flow *)known;
        return f && !f->running ? f : NULL;
    }
    if (c->depth >= MAX_DEPTH)
        return NULL;
    Flow *f = ARENA_NEW(c->arena, Flow);
    f->fn = fn;
    f->running = true;
    map_put(&c->flows, MAP_KEY_PTR(fn), (uintptr_t)f);
    VEC_PUSH(c->arena, &f->sources, (Source){0});
    f->looks_for_percent = looks_for_percent(fn);
    Work w = {.check = c, .arena = arena_new(), .fn = fn, .flow = f};
    c->depth++;
    bool made = make(&w);
    c->depth--;
    arena_destroy(w.arena);
    f->running = false;
    if (!made)
        map_put(&c->flows, MAP_KEY_PTR(fn), 0);
    return made ? f : NULL;
}
