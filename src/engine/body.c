/* engine/body.c - what a summary no longer tells, and the function's instructions do.
 *
 * A summary keeps what callers must know, so a value that was read and forgotten leaves no trace
 * in it; and joins forget. Three questions are answered here by walking the graph:
 *
 *     void next(int *n) { log(*n); *n = 0; }        is *n set before anybody looks?  no
 *     int size(struct set *s) { return s->n; }      does it release anything?        no
 *     int len(char *s) { return s ? n(s) : 0; }     may s be null, whatever follows?  yes
 *
 * Deliberately coarse: a parameter that is stored to, whose address is taken, or that goes where
 * we don't follow, is a no. */
#include "engine/inferred.h"

enum { MOST_BYTES = 4096 };

typedef struct Walk {
    Engine *engine;
    Arena *arena;
    const MirFunction *f;
    uint32_t local; /* the parameter's */
    uint64_t size;  /* bytes behind it */
    BitSet names;   /* temps that hold the parameter's value */
    Map *known;     /* hash of a function and parameter -> 1 no, 2 yes */
    bool refused;
    bool asked; /* a branch asks whether it is null, or a callee does */
} Walk;

static bool sets_first(Engine *e, Map *known, const MirFunction *f, uint32_t param);

/* ---- bytes that are set ---------------------------------------------------------------------- */
static bool is_set(BitSet set, int64_t off, uint64_t size)
{
    for (uint64_t i = 0; i < size; i++)
        if (!bitset_has(set, (uint32_t)off + (uint32_t)i))
            return false;
    return true;
}

static void set_bytes(BitSet set, int64_t off, uint64_t size)
{
    for (uint64_t i = 0; i < size; i++)
        bitset_add(set, (uint32_t)off + (uint32_t)i);
}

static bool is_name(const Walk *w, const Operand *o)
{
    return o->kind == OPERAND_TEMP && bitset_has(w->names, o->index);
}

/* A place behind the parameter, and which bytes it is; *exact: no others. */
static bool place_behind(const Walk *w, PlaceId id, int64_t *off, uint64_t *size, bool *exact)
{
    if (!place_is(id))
        return false;
    const Place *p = mir_place(w->f, id);
    if (p->base != PLACE_DEREF || !is_name(w, &p->pointer))
        return false;
    *off = 0;
    *size = p->type->size;
    *exact = p->base_type->size <= w->size;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *step = &w->f->projections.data[p->first + i];
        bool constant = step->kind == PROJ_INDEX && step->index.kind == OPERAND_INT;
        if (step->kind == PROJ_FIELD && !step->field->is_bit_field)
            *off += (int64_t)step->field->offset;
        else if (constant)
            *off += (int64_t)(step->index.u.bits * step->type->size);
        else
            *exact = false;
    }
    *exact &= *off >= 0 && (uint64_t)*off + *size <= w->size;
    return true;
}

static void read_place(Walk *w, BitSet set, PlaceId id)
{
    int64_t off;
    uint64_t size;
    bool exact;
    if (place_behind(w, id, &off, &size, &exact))
        w->refused |= !is_set(set, exact ? off : 0, exact ? size : w->size);
}

static void write_place(Walk *w, BitSet set, PlaceId id)
{
    int64_t off;
    uint64_t size;
    bool exact;
    if (place_behind(w, id, &off, &size, &exact) && exact)
        set_bytes(set, off, size);
}

/* The pointer itself goes somewhere: then all must be there. */
static void hand_over(Walk *w, BitSet set, const Operand *o)
{
    if (is_name(w, o))
        w->refused |= !is_set(set, 0, w->size);
}

/* ---- calls ----------------------------------------------------------------------------------- */
static const Symbol *model_named(const Engine *e, const Inst *in)
{
    const char *name = in->op == INST_BUILTIN         ? builtin_name((BuiltinId)in->builtin)
                       : in->x.kind == OPERAND_GLOBAL ? NAME_TEXT(in->x.sym->name)
                                                      : "";
    const char *plain = strncmp(name, "__builtin_", 10) == 0 ? name + 10 : name;
    Name n = names_intern(e->program->names, plain, strlen(plain));
    return map_get_ptr(&e->models, MAP_KEY_PTR(n));
}

/* memset(p, 0, sizeof *p) */
static bool clears(const Walk *w, const Inst *in, const FunctionContract *k)
{
    const Operand *n = in->arg_count >= 3 ? &in->args[2] : NULL;
    return k && k->builtin && strcmp(k->builtin, "memset") == 0 && n && n->kind == OPERAND_INT &&
           n->u.bits >= w->size;
}

static void call_with(Walk *w, BitSet set, const Inst *in)
{
    const MirFunction *body = in->op == INST_CALL && in->x.kind == OPERAND_GLOBAL
                                  ? engine_definition(w->engine, in->x.sym)
                                  : NULL;
    const Symbol *model = body ? NULL : model_named(w->engine, in);
    const FunctionContract *k = model ? engine_contract(w->engine, model) : NULL;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const Operand *o = &in->args[i];
        if (o->kind == OPERAND_PLACE)
            read_place(w, set, (PlaceId){o->index});
        if (!is_name(w, o))
            continue;
        const Level *l = k && i < k->param_count ? &k->params[i] : NULL;
        bool sized = l && l->extent.known; /* read(fd, p, n): how much is not known here */
        if (i == 0 && clears(w, in, k))
            set_bytes(set, 0, w->size);
        else if (l && l->inits && !sized && l->inits_when.op == WHEN_ALWAYS)
            set_bytes(set, 0, w->size);
        else if (!(l && l->inits) && !(body && sets_first(w->engine, w->known, body, i)))
            hand_over(w, set, o);
    }
    hand_over(w, set, &in->x);
}

/* ---- instructions ---------------------------------------------------------------------------- */
static void step(Walk *w, BitSet set, const Inst *in)
{
    switch ((InstOp)in->op) {
    case INST_LOAD:
    case INST_ADDR: read_place(w, set, in->a); return;
    case INST_STORE:
    case INST_STRING:
    case INST_ZERO:
        hand_over(w, set, &in->x);
        write_place(w, set, in->a);
        return;
    case INST_COPY:
        read_place(w, set, in->b);
        write_place(w, set, in->a);
        return;
    case INST_CONVERT: /* another name, or a test for null */
        if (local_is(in->dst) && !bitset_has(w->names, in->dst.i) && in->sub != CONVERT_BOOL)
            hand_over(w, set, &in->x);
        return;
    case INST_BINARY: {
        bool test = (in->sub == BIN_EQ || in->sub == BIN_NE) &&
                    (in->x.kind == OPERAND_NULL || in->y.kind == OPERAND_NULL);
        if (!test)
            hand_over(w, set, &in->x), hand_over(w, set, &in->y);
        return;
    }
    case INST_UNARY:
        if (in->sub != UN_LNOT)
            hand_over(w, set, &in->x);
        return;
    case INST_CALL:
    case INST_BUILTIN:
        call_with(w, set, in);
        if (place_is(in->a))
            write_place(w, set, in->a);
        return;
    case INST_ASM: w->refused = true; return;
    case INST_ASSIGN:
    case INST_PTRADD:
    case INST_PTRSUB:
    case INST_VA_ARG:
    case INST_VLA:
    case INST_CHECK:
        hand_over(w, set, &in->x);
        hand_over(w, set, &in->y);
        return;
    case INST_LIVE:
    case INST_DEAD:
    case INST_OP_COUNT: return;
    }
}

/* The temps that are the parameter's value, under any pointer type; false: it is no constant. */
static bool find_names(Walk *w)
{
    const MirFunction *f = w->f;
    if (f->locals.data[w->local].address_taken)
        return false;
    for (bool grew = true; grew;) {
        grew = false;
        for (uint32_t b = 0; b < f->blocks.len; b++)
            for (uint32_t i = 0; i < f->blocks.data[b].insts.len; i++) {
                const Inst *in = &f->blocks.data[b].insts.data[i];
                const Place *a = place_is(in->a) ? mir_place(f, in->a) : NULL;
                bool own = a && a->base == PLACE_LOCAL && a->local.i == w->local;
                if (own && in->op != INST_LOAD)
                    return false;
                bool pointer = in->op == INST_CONVERT && is_name(w, &in->x) &&
                               f->locals.data[in->dst.i].type->kind == TYPE_POINTER;
                if ((own || pointer) && !bitset_has(w->names, in->dst.i)) {
                    bitset_add(w->names, in->dst.i);
                    grew = true;
                }
            }
    }
    return true;
}

/* What is set on every way to each block; then each instruction is asked. */
static bool walk(Walk *w)
{
    const MirFunction *f = w->f;
    MirGraph *g = mir_graph(w->arena, f);
    BitSet *in = ARENA_ARRAY(w->arena, BitSet, f->blocks.len);
    bool *reached = ARENA_ARRAY(w->arena, bool, f->blocks.len);
    BitSet now = bitset_new(w->arena, (uint32_t)w->size + 1);
    in[0] = bitset_new(w->arena, now.bits);
    reached[0] = true;
    for (bool changed = true; changed;) {
        changed = false;
        w->refused = false;
        for (uint32_t r = 0; r < g->block_count; r++) {
            uint32_t b = g->rpo[r].i;
            const Block *block = &f->blocks.data[b];
            if (!reached[b])
                continue;
            memcpy(now.words, in[b].words, (now.bits + 63) / 64 * 8);
            for (uint32_t i = 0; i < block->insts.len; i++)
                step(w, now, &block->insts.data[i]);
            if (block->term.kind == TERM_RETURN)
                hand_over(w, now, &block->term.x);
            uint32_t n = mir_successors(&block->term, NULL, 0);
            BlockId *next = ARENA_ARRAY(w->arena, BlockId, n + 1);
            (void)mir_successors(&block->term, next, n);
            for (uint32_t i = 0; i < n; i++) {
                BitSet *to = &in[next[i].i];
                bool first = !reached[next[i].i];
                if (first)
                    *to = bitset_new(w->arena, now.bits);
                for (uint32_t k = 0; k < (now.bits + 63) / 64; k++) {
                    uint64_t both = first ? now.words[k] : to->words[k] & now.words[k];
                    changed |= first || both != to->words[k];
                    to->words[k] = both;
                }
                reached[next[i].i] = true;
            }
        }
    }
    return !w->refused;
}

/* In a cycle of calls it is a no. */
static bool sets_first(Engine *e, Map *known, const MirFunction *f, uint32_t param)
{
    const Type *t = param < f->param_count ? f->locals.data[param + 1].type : NULL;
    uint64_t key = hash_mix(hash_mix(7, MAP_KEY_PTR(f)), param);
    uintptr_t answer = 1;
    if (map_get(known, key, &answer))
        return answer == 2;
    map_put(known, key, 1);
    if (!t || t->kind != TYPE_POINTER || !type_is_complete(t->elem) || !t->elem->size ||
        t->elem->size > MOST_BYTES)
        return false;
    Arena *a = arena_new();
    Walk w = {.engine = e,
              .arena = a,
              .f = f,
              .local = param + 1,
              .size = t->elem->size,
              .names = bitset_new(a, f->locals.len),
              .known = known};
    bool ok = find_names(&w) && walk(&w);
    arena_destroy(a);
    if (ok)
        map_put(known, key, 2);
    return ok;
}

bool body_sets_first(Engine *e, const MirFunction *f, uint32_t param)
{
    Arena *a = arena_new();
    Map known;
    map_init(&known, a);
    bool ok = sets_first(e, &known, f, param);
    arena_destroy(a);
    return ok;
}

/* ---- null ------------------------------------------------------------------------------------ */
static bool accepts_null(Engine *e, Map *known, const MirFunction *f, uint32_t param);

const Inst **body_definitions(Arena *a, const MirFunction *f)
{
    const Inst **defs = ARENA_ARRAY(a, const Inst *, f->locals.len + 1);
    for (uint32_t b = 0; b < f->blocks.len; b++)
        for (uint32_t i = 0; i < f->blocks.data[b].insts.len; i++) {
            const Inst *in = &f->blocks.data[b].insts.data[i];
            if (local_is(in->dst) && !defs[in->dst.i])
                defs[in->dst.i] = in;
        }
    return defs;
}

int body_null_test(const Inst *const *defs, const Operand *o, uint32_t *temp)
{
    int sign = 1;
    for (uint32_t depth = 0; o->kind == OPERAND_TEMP && depth < 8; depth++) {
        const Inst *in = defs[o->index];
        bool compares = in && in->op == INST_BINARY && (in->sub == BIN_NE || in->sub == BIN_EQ) &&
                        (in->x.kind == OPERAND_NULL || in->y.kind == OPERAND_NULL);
        *temp = o->index;
        if (compares && in->sub == BIN_EQ)
            sign = -sign;
        else if (in && in->op == INST_UNARY && in->sub == UN_LNOT)
            sign = -sign;
        else if (!compares && !(in && in->op == INST_CONVERT))
            return sign;
        o = compares && in->x.kind == OPERAND_NULL ? &in->y : &in->x;
    }
    return 0;
}

static bool argument_may_be_null(Walk *w, const Inst *in, uint32_t i)
{
    const MirFunction *body = in->op == INST_CALL && in->x.kind == OPERAND_GLOBAL
                                  ? engine_definition(w->engine, in->x.sym)
                                  : NULL;
    if (body)
        return accepts_null(w->engine, w->known, body, i);
    const Symbol *model = model_named(w->engine, in);
    const FunctionContract *k = model ? engine_contract(w->engine, model) : NULL;
    return k && i < k->param_count && k->params[i].nullable;
}

/* The instruction, where the parameter may be null. */
static void null_step(Walk *w, const Inst *in)
{
    int64_t off;
    uint64_t size;
    bool exact;
    w->refused |= place_behind(w, in->a, &off, &size, &exact) ||
                  place_behind(w, in->b, &off, &size, &exact) || in->op == INST_ASM;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        if (in->args[i].kind == OPERAND_PLACE)
            w->refused |= place_behind(w, (PlaceId){in->args[i].index}, &off, &size, &exact);
        if (!is_name(w, &in->args[i]))
            continue;
        bool fine =
            (in->op == INST_CALL || in->op == INST_BUILTIN) && argument_may_be_null(w, in, i);
        w->asked |= fine;
        w->refused |= !fine;
    }
    bool test = in->op == INST_CONVERT || (in->op == INST_UNARY && in->sub == UN_LNOT) ||
                (in->op == INST_BINARY && (in->sub == BIN_EQ || in->sub == BIN_NE));
    if (!test)
        w->refused |= is_name(w, &in->x) || is_name(w, &in->y);
}

bool *body_blocks_that_return(const Engine *e, Arena *a, const MirFunction *f)
{
    bool *back = ARENA_ARRAY(a, bool, f->blocks.len);
    for (bool grew = true; grew;) {
        grew = false;
        for (uint32_t b = f->blocks.len; b-- > 0;) {
            const Block *block = &f->blocks.data[b];
            bool on = true, now = block->term.kind == TERM_RETURN;
            for (uint32_t i = 0; i < block->insts.len && on && !back[b]; i++)
                on = engine_call_returns(e, &block->insts.data[i]);
            uint32_t n = mir_successors(&block->term, NULL, 0);
            BlockId *next = ARENA_ARRAY(a, BlockId, n + 1);
            (void)mir_successors(&block->term, next, n);
            for (uint32_t i = 0; i < n; i++)
                now |= back[next[i].i];
            if (on && now && !back[b])
                back[b] = grew = true;
        }
    }
    return back;
}

/* Where it is null comes back, if anything does: assert(p) does not accept null. */
static void null_walk(Walk *w)
{
    const MirFunction *f = w->f;
    const bool *back = body_blocks_that_return(w->engine, w->arena, f);
    const Inst *const *defs = body_definitions(w->arena, f);
    uint8_t *in = ARENA_ARRAY(w->arena, uint8_t, f->blocks.len); /* 1: may be null; 2: is not */
    in[0] = 1;
    for (bool changed = true; changed && !w->refused;) {
        changed = false;
        for (uint32_t b = 0; b < f->blocks.len; b++) {
            const Block *block = &f->blocks.data[b];
            for (uint32_t i = 0; in[b] == 1 && i < block->insts.len; i++)
                null_step(w, &block->insts.data[i]);
            const Term *t = &block->term;
            w->refused |= in[b] == 1 && t->kind == TERM_RETURN && is_name(w, &t->x);
            uint32_t tested = 0;
            int test = t->kind == TERM_BRANCH ? body_null_test(defs, &t->x, &tested) : 0;
            test = test && bitset_has(w->names, tested) ? test : 0;
            if (in[b] == 1 && test) {
                w->asked = true;
                uint32_t null = test > 0 ? t->other.i : t->then.i;
                uint32_t other = test > 0 ? t->then.i : t->other.i;
                w->refused |= !back[null] && back[other];
            }
            uint32_t n = mir_successors(t, NULL, 0);
            BlockId *next = ARENA_ARRAY(w->arena, BlockId, n + 1);
            (void)mir_successors(t, next, n);
            for (uint32_t i = 0; in[b] && i < n; i++) {
                bool side = t->kind == TERM_BRANCH && t->then.i != t->other.i && test &&
                            (next[i].i == t->then.i) == (test > 0);
                uint8_t out = side ? 2 : in[b], *to = &in[next[i].i];
                uint8_t both = *to == 1 || out == 1 ? 1 : out;
                changed |= both != *to;
                *to = both;
            }
        }
    }
}

static bool accepts_null(Engine *e, Map *known, const MirFunction *f, uint32_t param)
{
    const Type *t = param < f->param_count ? f->locals.data[param + 1].type : NULL;
    uint64_t key = hash_mix(hash_mix(7, MAP_KEY_PTR(f)), param);
    uintptr_t answer = 1;
    if (map_get(known, key, &answer))
        return answer == 2;
    map_put(known, key, 1);
    if (!t || t->kind != TYPE_POINTER)
        return false;
    Arena *a = arena_new();
    Walk w = {.engine = e,
              .arena = a,
              .f = f,
              .local = param + 1,
              .names = bitset_new(a, f->locals.len),
              .known = known};
    if (find_names(&w))
        null_walk(&w);
    else
        w.refused = true;
    bool ok = !w.refused && w.asked;
    arena_destroy(a);
    if (ok)
        map_put(known, key, 2);
    return ok;
}

bool body_accepts_null(Engine *e, const MirFunction *f, uint32_t param)
{
    Arena *a = arena_new();
    Map known;
    map_init(&known, a);
    bool ok = accepts_null(e, &known, f, param);
    arena_destroy(a);
    return ok;
}

/* ---- nothing is released --------------------------------------------------------------------- */
static bool call_releases(Engine *e, const Inst *in, const MirFunction **next)
{
    *next = in->op == INST_CALL && in->x.kind == OPERAND_GLOBAL ? engine_definition(e, in->x.sym)
                                                                : NULL;
    if (*next)
        return false;
    const Symbol *model = model_named(e, in);
    const FunctionContract *k = model ? engine_contract(e, model) : NULL;
    if (!k)
        return in->op == INST_CALL;
    for (uint32_t i = 0; i < k->param_count; i++)
        if (k->params[i].own || k->params[i].drops ||
            (k->types[i].type->kind == TYPE_POINTER &&
             k->types[i].type->elem->kind == TYPE_FUNCTION) ||
            (k->types[i].type->kind == TYPE_POINTER && k->types[i].type->elem->notes))
            return true; /* getline takes the line that it is given the address of */
    return false;
}

bool body_releases_nothing(Engine *e, const MirFunction *f)
{
    Arena *a = arena_new();
    VEC(const MirFunction *) list = {0};
    Map seen;
    bool quiet = true;
    map_init(&seen, a);
    VEC_PUSH(a, &list, f);
    for (uint32_t n = 0; n < list.len && quiet; n++) {
        const MirFunction *g = list.data[n];
        for (uint32_t b = 0; b < g->blocks.len && quiet; b++)
            for (uint32_t i = 0; i < g->blocks.data[b].insts.len && quiet; i++) {
                const Inst *in = &g->blocks.data[b].insts.data[i];
                const MirFunction *next = NULL;
                if (in->op == INST_ASM)
                    quiet = false;
                else if (in->op == INST_CALL || in->op == INST_BUILTIN)
                    quiet = !call_releases(e, in, &next);
                if (next && !map_get_ptr(&seen, MAP_KEY_PTR(next))) {
                    map_put(&seen, MAP_KEY_PTR(next), 1);
                    VEC_PUSH(a, &list, next);
                }
            }
    }
    arena_destroy(a);
    return quiet;
}
