/* engine/bind.c - functions analysed anew for what a call gives them: functions, and constants.
 *
 *     static void each(struct node *n, void (*visit)(struct node *, void *), void *ctx)
 *     {
 *         for (; n; n = n->next)
 *             visit(n, ctx);                     unknown code, for all that `each` knows
 *     }
 *     each(list, mark, NULL);                    here it is mark(n, NULL)
 *
 * A function that calls what a parameter points to, or a field of what a parameter points to, or
 * that passes one on to be called, wants to be bound. Where the caller knows what it gives, the
 * callee is analysed once more with that, once for all calls that give the same. What such an
 * analysis finds is told unless it was told of that place already.
 *
 *     static void clear(struct set *s, unsigned what)
 *     {
 *         if (what & NAMES) ...                  past the bound on cases, ways are joined
 *         if (what & COLOURS) ...
 *     }
 *     clear(s, NAMES);                           here it is the first of them, and no other
 *
 * A function whose cases had to be joined, or that gave up, is also analysed for the constants that
 * it tests and is given: of those that other units see, one that returns nothing, for no result
 * tells its ways apart. That is for its effects alone: what is violated there depends on the
 * constant, and is a matter for the call. So an analysis with a violation that the plain one did
 * not have is not used. */
#include "engine/engine.h"

enum {
    MOST_WANTS = 8,
    DEEPEST = 3,
    MOST_INSTS = 2000,
    MOST_NESTED = 4,
    MOST_BOUND = 8,
    MOST_CONSTANTS = 6,
    MOST_TESTING_INSTS = 400 /* of a function that is analysed for constants */
};

typedef struct Wants {
    Binding at[MOST_WANTS]; /* function: NULL */
    uint32_t count;
    uint32_t bound;     /* how often it was analysed for some */
    uint32_t tested;    /* bit n: branches test parameter n, an integer */
    uint32_t constants; /* how often it was analysed for some */
} Wants;

/* ---- what a function wants ------------------------------------------------------------------- */
typedef struct Definitions {
    const MirFunction *fn;
    const Inst **of; /* by temp: what makes it; NULL: several, or none */
} Definitions;

static Definitions definitions(Arena *scratch, const MirFunction *fn)
{
    Definitions d = {fn, ARENA_ARRAY(scratch, const Inst *, fn->locals.len)};
    bool *seen = ARENA_ARRAY(scratch, bool, fn->locals.len);
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            if (!local_is(in->dst) || in->op == INST_LIVE || in->op == INST_DEAD)
                continue;
            d.of[in->dst.i] = seen[in->dst.i] ? NULL : in;
            seen[in->dst.i] = true;
        }
    return d;
}

static const Inst *load_of(const Definitions *d, const Operand *o)
{
    for (int i = 0; i < 4 && o->kind == OPERAND_TEMP && d->of[o->index]; i++) {
        const Inst *in = d->of[o->index];
        if (in->op == INST_LOAD)
            return in;
        if (in->op != INST_CONVERT && in->op != INST_ASSIGN)
            return NULL;
        o = &in->x;
    }
    return NULL;
}

/* The operand is parameter *param. */
static bool is_parameter(const Definitions *d, const Operand *o, uint32_t *param)
{
    const Inst *in = load_of(d, o);
    const Place *p = in ? mir_place(d->fn, in->a) : NULL;
    if (!p || p->base != PLACE_LOCAL || p->count || p->local.i == 0 ||
        p->local.i > d->fn->param_count)
        return false;
    *param = p->local.i - 1;
    return true;
}

static bool is_field_of_parameter(const Definitions *d, const Operand *o, Binding *out)
{
    const Inst *in = load_of(d, o);
    const Place *p = in ? mir_place(d->fn, in->a) : NULL;
    if (!p || p->base != PLACE_DEREF || !is_parameter(d, &p->pointer, &out->param))
        return false;
    out->field = true;
    out->off = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *j = &d->fn->projections.data[p->first + i];
        if (j->kind != PROJ_FIELD)
            return false;
        out->off += (int64_t)j->field->offset;
    }
    return true;
}

static void add_want(Wants *w, const Binding *b)
{
    for (uint32_t i = 0; i < w->count; i++)
        if (w->at[i].param == b->param && w->at[i].field == b->field && w->at[i].off == b->off)
            return;
    if (w->count < MOST_WANTS)
        w->at[w->count++] = *b;
}

static bool is_function_pointer(const Type *t)
{
    return t && t->kind == TYPE_POINTER && t->elem->kind == TYPE_FUNCTION;
}

static Wants *wants_of(Engine *e, const MirFunction *fn, uint32_t depth);

/* What is passed on is wanted as the one that gets it wants it. */
static void add_passed_on(Engine *e, const Definitions *d, const Inst *in, Wants *w, uint32_t depth)
{
    const MirFunction *callee = in->x.kind == OPERAND_GLOBAL && in->x.sym->kind == SYM_FUNCTION
                                    ? engine_definition(e, in->x.sym)
                                    : NULL;
    const Wants *theirs = callee && depth < DEEPEST ? wants_of(e, callee, depth + 1) : NULL;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        Binding b = {0};
        bool parameter = is_parameter(d, &in->args[i], &b.param);
        bool function = is_function_pointer(in->args[i].type);
        if (function && (parameter || is_field_of_parameter(d, &in->args[i], &b)))
            add_want(w, &b);
        for (uint32_t k = 0; parameter && theirs && k < theirs->count; k++) {
            if (theirs->at[k].param != i)
                continue;
            Binding passed = theirs->at[k];
            passed.param = b.param;
            add_want(w, &passed);
        }
    }
}

static uint32_t parameters_in(const Definitions *d, const Operand *o, uint32_t depth);

/* Of which constant bits are asked. */
static uint32_t bits_in(const Definitions *d, const Operand *o, uint32_t depth)
{
    const Inst *in = o->kind == OPERAND_TEMP ? d->of[o->index] : NULL;
    return in && in->op == INST_BINARY && in->sub == BIN_AND ? parameters_in(d, o, depth + 1) : 0;
}

/* Parameters that a condition asks for themselves, for a constant or for bits: not lengths. */
static uint32_t parameters_in(const Definitions *d, const Operand *o, uint32_t depth)
{
    uint32_t param;
    if (is_parameter(d, o, &param))
        return param < 32 && type_is_integer(d->fn->locals.data[param + 1].type) ? 1u << param : 0;
    const Inst *in = o->kind == OPERAND_TEMP && depth < 5 ? d->of[o->index] : NULL;
    if (!in)
        return 0;
    if (in->op == INST_BINARY) {
        BinaryOp op = (BinaryOp)in->sub;
        bool flag = (op == BIN_EQ || op == BIN_NE || op == BIN_AND) && in->y.kind == OPERAND_INT;
        if (op == BIN_AND && !flag) /* flags & A & p->flags */
            return bits_in(d, &in->x, depth) | bits_in(d, &in->y, depth);
        return flag ? parameters_in(d, &in->x, depth + 1) : 0;
    }
    bool through = in->op == INST_CONVERT || in->op == INST_ASSIGN || in->op == INST_UNARY;
    return through ? parameters_in(d, &in->x, depth + 1) : 0;
}

/* A flag is worth an analysis of its own; a length is not. */
static bool names_number(const MirFunction *fn, int64_t n)
{
    for (uint32_t b = 0; b < fn->blocks.len; b++) {
        const Block *block = &fn->blocks.data[b];
        for (uint32_t i = 0; i < block->insts.len; i++) {
            const Inst *in = &block->insts.data[i];
            if (in->op == INST_BINARY &&
                ((in->x.kind == OPERAND_INT && (int64_t)in->x.u.bits == n) ||
                 (in->y.kind == OPERAND_INT && (int64_t)in->y.u.bits == n)))
                return true;
        }
        for (uint32_t k = 0; k < block->term.case_count; k++)
            if (block->term.kind == TERM_SWITCH && n >= block->term.cases[k].lo &&
                n <= block->term.cases[k].hi)
                return true;
    }
    return n == 0 || n == 1;
}

static uint32_t tested_parameters(const Definitions *d)
{
    uint32_t tested = 0;
    for (uint32_t b = 0; b < d->fn->blocks.len; b++) {
        const Term *t = &d->fn->blocks.data[b].term;
        if (t->kind == TERM_BRANCH || t->kind == TERM_SWITCH)
            tested |= parameters_in(d, &t->x, 0);
    }
    return tested;
}

static Wants *wants_of(Engine *e, const MirFunction *fn, uint32_t depth)
{
    Wants *w = map_get_ptr(&e->wants, MAP_KEY_PTR(fn));
    if (w)
        return w;
    w = ARENA_NEW(e->arena, Wants);
    map_put(&e->wants, MAP_KEY_PTR(fn), (uintptr_t)w);
    if (fn->inst_count > MOST_INSTS || !fn->param_count)
        return w;
    Arena *scratch = arena_new();
    Definitions d = definitions(scratch, fn);
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            if (in->op != INST_CALL)
                continue;
            Binding direct = {0};
            if (is_parameter(&d, &in->x, &direct.param) ||
                is_field_of_parameter(&d, &in->x, &direct))
                add_want(w, &direct);
            add_passed_on(e, &d, in, w, depth);
        }
    w->tested = fn->inst_count > MOST_TESTING_INSTS ? 0 : tested_parameters(&d);
    arena_destroy(scratch);
    return w;
}

/* ---- what a caller gives --------------------------------------------------------------------- */
const Symbol *function_at(const Analysis *an, Value v)
{
    if (v.kind != VAL_PTR || v.num || v.off_sym || region_info(an, v.id)->kind != REGION_GLOBAL)
        return NULL;
    const Symbol *sym = region_info(an, v.id)->sym;
    return sym->kind == SYM_FUNCTION && sym->type && sym->type->kind == TYPE_FUNCTION ? sym : NULL;
}

static const Symbol *given(Analysis *an, State *s, const Inst *in, const Binding *want)
{
    if (want->param >= in->arg_count || in->args[want->param].kind == OPERAND_PLACE)
        return NULL;
    Value v = eval_operand(an, s, &in->args[want->param]);
    if (!want->field)
        return function_at(an, v);
    if (v.kind != VAL_PTR || v.off_sym)
        return NULL;
    Value held = state_peek(an, s, v.id, v.num + want->off, 0, 8, NULL);
    if (held.kind == VAL_UNKNOWN && holds_functions(an, v.id))
        (void)function_held(an, v.id, v.num + want->off, &held);
    return function_at(an, held);
}

static FunctionResult *result_for(Engine *e, const MirFunction *fn, const Binding *b, uint32_t n)
{
    FunctionResult *r = ARENA_NEW(e->arena, FunctionResult);
    r->fn = fn;
    r->bound = arena_copy(e->arena, b, n * sizeof *b);
    r->bound_count = n;
    return r;
}

FunctionResult *engine_bound(Analysis *an, State *s, const Inst *in, const MirFunction *fn)
{
    Engine *e = an->engine;
    Wants *w = wants_of(e, fn, 0);
    Binding b[MOST_WANTS];
    uint32_t n = 0;
    uint64_t key = MAP_KEY_PTR(fn);
    for (uint32_t i = 0; i < w->count; i++) {
        const Symbol *f = given(an, s, in, &w->at[i]);
        if (!f)
            continue;
        b[n] = w->at[i];
        b[n++].function = f;
        key = hash_mix(hash_mix(key, i), MAP_KEY_PTR(f));
    }
    if (!n)
        return NULL;
    FunctionResult *r = map_get_ptr(&e->bound, key);
    if (r)
        return r;
    if (w->bound == MOST_BOUND || e->bound_depth == MOST_NESTED)
        return NULL;
    w->bound++;
    r = result_for(e, fn, b, n);
    map_put(&e->bound, key, (uintptr_t)r);
    const FunctionResult *plain = map_get_ptr(&e->results, MAP_KEY_PTR(fn));
    e->bound_depth++;
    if (plain && plain->cycle) {
        cycle_analyse(e, cycle_of_one(e, r));
    } else {
        engine_analyse(e, r);
        engine_finished(e, r);
    }
    e->bound_depth--;
    return r;
}

bool bound_to_constants(const FunctionResult *r)
{
    return r->bound && !r->bound[0].function;
}

FunctionResult *engine_for_constants(Analysis *an, State *s, const Inst *in, FunctionResult *plain)
{
    Engine *e = an->engine;
    if (!plain->done || plain->cycle || plain->bound || (plain->summary && !plain->coarse) ||
        (plain->fn->sym->linkage == LINK_EXTERNAL && !type_is_void(plain->fn->locals.data[0].type)))
        return plain;
    Wants *w = wants_of(e, plain->fn, 0);
    Binding b[MOST_WANTS];
    uint32_t n = 0;
    uint64_t key = hash_mix(MAP_KEY_PTR(plain->fn), 17);
    for (uint32_t i = 0; i < in->arg_count && i < 32 && n < MOST_WANTS; i++) {
        if (!(w->tested >> i & 1))
            continue;
        Value v = inst_argument(an, s, in, i);
        if (v.kind != VAL_INT || !names_number(plain->fn, v.num))
            continue;
        b[n++] = (Binding){.param = i, .number = v.num};
        key = hash_mix(hash_mix(key, i), (uint64_t)v.num);
    }
    if (!n)
        return plain;
    FunctionResult *r = map_get_ptr(&e->bound, key);
    if (!r) {
        if (w->constants == MOST_CONSTANTS || e->bound_depth == MOST_NESTED)
            return plain;
        w->constants++;
        r = result_for(e, plain->fn, b, n);
        map_put(&e->bound, key, (uintptr_t)r);
        e->bound_depth++;
        engine_analyse(e, r);
        engine_finished(e, r);
        e->bound_depth--;
    }
    return r->done && r->summary && !r->unfit ? r : plain;
}

/* ---- the analysis ---------------------------------------------------------------------------- */
static Value bound_object(Analysis *an, State *s, const Binding *b)
{
    const Local *l = &an->fn->locals.data[b->param + 1];
    return state_load(an, s, an->region_of_local[b->param + 1], 0, 0, l->type);
}

void bind_entry(Analysis *an, State *s)
{
    for (uint32_t i = 0; i < an->result->bound_count; i++) {
        const Binding *b = &an->result->bound[i];
        const Local *l = &an->fn->locals.data[b->param + 1];
        Cell c = {.region = an->region_of_local[b->param + 1], .size = 8};
        if (!b->function) {
            c.size = l->type->size;
            c.value = value_int(b->number);
            c.type = l->type;
            state_put_cell(an, s, &c);
            continue;
        }
        if (l->type->kind != TYPE_POINTER)
            continue;
        if (b->field) {
            Value object = bound_object(an, s, b);
            if (object.kind != VAL_PTR)
                continue;
            c.region = object.id;
            c.off = b->off;
        }
        c.value = value_ptr(region_for_symbol(an, b->function), 0);
        state_put_cell(an, s, &c);
    }
}

/* What is there still is what the caller has there: no effect. */
void unbind_exit(Analysis *an, State *s)
{
    for (uint32_t i = 0; i < an->result->bound_count; i++) {
        const Binding *b = &an->result->bound[i];
        if (!b->field)
            continue;
        uint32_t w = 0;
        for (uint32_t k = 0; k < s->cell_count; k++) {
            const Cell c = s->cells[k];
            const RegionInfo *at = region_info(an, c.region);
            bool there = at->kind == REGION_ENTRY && c.off == b->off && !c.off_sym &&
                         at->parent == an->region_of_local[b->param + 1];
            if (!there || function_at(an, c.value) != b->function)
                s->cells[w++] = c;
        }
        s->cell_count = w;
    }
}
