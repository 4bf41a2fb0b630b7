/* mir/graph.c - facts about the control-flow graph: order, predecessors, dominators, loops,
 * liveness.
 *
 * In: a MirFunction. Out: a MirGraph, computed once, in the order that the fixpoint needs.
 *
 *     int f(int n) {                 block  rpo  idom  loop head   live on entry
 *         int s = 0;                 bb0    0    bb0               n
 *         while (n) { s += n--; }    bb1    1    bb0   yes         n s
 *                                    bb2    2    bb1               n s
 *         return s; }                bb3    3    bb1               s
 *
 * Dominators: Semi-NCA, because generated code has blocks with 100 000 predecessors. Liveness is
 * the classic backward dataflow over bit sets: a local is live where some path reads it before
 * it is written whole, begins or ends. Locals whose address is taken are not followed. */
#include "mir/graph_internal.h"

uint32_t mir_successors(const Term *t, BlockId *out, uint32_t cap)
{
    uint32_t n = 0;
#define SUCCESSOR(b) ((void)(n < cap ? (out[n] = (b), 0) : 0), n++)
    switch ((TermKind)t->kind) {
    case TERM_NONE:
    case TERM_RETURN:
    case TERM_UNREACHABLE: break;
    case TERM_GOTO: SUCCESSOR(t->then); break;
    case TERM_BRANCH:
        SUCCESSOR(t->then);
        SUCCESSOR(t->other);
        break;
    case TERM_SWITCH:
        for (uint32_t i = 0; i < t->case_count; i++)
            SUCCESSOR(t->cases[i].target);
        SUCCESSOR(t->other);
        break;
    case TERM_ASM_GOTO:
        SUCCESSOR(t->then);
        for (uint32_t i = 0; i < t->target_count; i++)
            SUCCESSOR(t->targets[i]);
        break;
    case TERM_GOTO_COMPUTED:
        for (uint32_t i = 0; i < t->target_count; i++)
            SUCCESSOR(t->targets[i]);
        break;
    }
#undef SUCCESSOR
    return n;
}

typedef struct Succ {
    BlockId *to;
    uint32_t count;
} Succ;

static Succ *successors(Arena *a, const MirFunction *f)
{
    Succ *s = ARENA_ARRAY(a, Succ, f->blocks.len);
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        const Term *t = &f->blocks.data[i].term;
        s[i].count = mir_successors(t, NULL, 0);
        s[i].to = ARENA_ARRAY(a, BlockId, s[i].count);
        mir_successors(t, s[i].to, s[i].count);
    }
    return s;
}

/* ---- order ---------------------------------------------------------------------------------- */

static void find_rpo(Arena *a, MirGraph *g, const Succ *succ)
{
    uint32_t n = g->block_count, count = 0, depth = 0;
    uint32_t *stack = ARENA_ARRAY(a, uint32_t, n), *left = ARENA_ARRAY(a, uint32_t, n);
    bool *seen = ARENA_ARRAY(a, bool, n);
    g->rpo = ARENA_ARRAY(a, BlockId, n);
    g->rpo_index = ARENA_ARRAY(a, uint32_t, n);
    stack[depth++] = 0;
    seen[0] = true;
    left[0] = succ[0].count;
    while (depth) {
        uint32_t b = stack[depth - 1];
        if (!left[b]) {
            g->rpo[n - 1 - count++].i = b;
            depth--;
            continue;
        }
        uint32_t s = succ[b].to[--left[b]].i;
        if (seen[s])
            continue;
        seen[s] = true;
        left[s] = succ[s].count;
        stack[depth++] = s;
    }
    if (count < n) { /* unreachable blocks, in functions that were read from text: at the end */
        memmove(g->rpo, g->rpo + (n - count), count * sizeof *g->rpo);
        for (uint32_t i = 0; i < n; i++)
            if (!seen[i])
                g->rpo[count++].i = i;
    }
    for (uint32_t i = 0; i < n; i++)
        g->rpo_index[g->rpo[i].i] = i;
}

static void find_preds(Arena *a, MirGraph *g, const Succ *succ)
{
    uint32_t n = g->block_count;
    g->preds = ARENA_ARRAY(a, BlockId *, n);
    g->pred_count = ARENA_ARRAY(a, uint32_t, n);
    uint32_t *last =
        ARENA_ARRAY(a, uint32_t, n); /* an edge counts once, however many cases take it */
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < succ[i].count; k++)
            g->pred_count[succ[i].to[k].i]++;
    for (uint32_t i = 0; i < n; i++) {
        g->preds[i] = ARENA_ARRAY(a, BlockId, g->pred_count[i]);
        g->pred_count[i] = 0;
    }
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < succ[i].count; k++) {
            uint32_t s = succ[i].to[k].i;
            if (last[s] == i + 1)
                continue;
            last[s] = i + 1;
            g->preds[s][g->pred_count[s]++].i = i;
        }
}

/* ---- dominators ----------------------------------------------------------------------------- */

/* Semi-NCA (Georgiadis): blocks are numbered in depth-first order. The semidominator of a block is
 * the smallest number from which a path leads to it through larger numbers only; its immediate
 * dominator is the nearest ancestor in the tree that is not larger than that. `best` finds the
 * smallest semidominator on the way up the tree and shortens the way for the next time. */
typedef struct Dominators {
    uint32_t count;
    uint32_t *block;                 /* by number */
    uint32_t *number;                /* by block; ID_NONE: unreachable */
    uint32_t *parent, *semi, *label; /* by number */
    uint32_t *up;                    /* by number: shortened parent; ID_NONE: not linked yet */
    uint32_t *stack;
} Dominators;

static void number_blocks(Dominators *d, const Succ *succ, uint32_t *left)
{
    uint32_t depth = 0;
    d->number[0] = d->count++;
    d->stack[depth++] = 0;
    while (depth) {
        uint32_t b = d->stack[depth - 1];
        if (left[b] == succ[b].count) {
            depth--;
            continue;
        }
        uint32_t s = succ[b].to[left[b]++].i;
        if (d->number[s] != ID_NONE)
            continue;
        d->number[s] = d->count;
        d->block[d->count] = s;
        d->parent[d->count++] = d->number[b];
        d->stack[depth++] = s;
    }
}

static uint32_t best(Dominators *d, uint32_t v)
{
    uint32_t n = 0;
    if (d->up[v] == ID_NONE)
        return v;
    for (; d->up[d->up[v]] != ID_NONE; v = d->up[v])
        d->stack[n++] = v;
    while (n) {
        uint32_t w = d->stack[--n], u = d->up[w];
        if (d->semi[d->label[u]] < d->semi[d->label[w]])
            d->label[w] = d->label[u];
        d->up[w] = d->up[u];
        v = w;
    }
    return d->label[v];
}

static void find_dominators(Arena *a, MirGraph *g, const Succ *succ)
{
    uint32_t n = g->block_count;
    Dominators d = {.block = ARENA_ARRAY(a, uint32_t, n),
                    .number = ARENA_ARRAY(a, uint32_t, n),
                    .parent = ARENA_ARRAY(a, uint32_t, n),
                    .semi = ARENA_ARRAY(a, uint32_t, n),
                    .label = ARENA_ARRAY(a, uint32_t, n),
                    .up = ARENA_ARRAY(a, uint32_t, n),
                    .stack = ARENA_ARRAY(a, uint32_t, n)};
    uint32_t *idom = ARENA_ARRAY(a, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        d.number[i] = d.up[i] = ID_NONE;
        d.semi[i] = d.label[i] = i;
    }
    number_blocks(&d, succ, ARENA_ARRAY(a, uint32_t, n));
    for (uint32_t i = d.count; i-- > 1;) {
        uint32_t b = d.block[i];
        for (uint32_t k = 0; k < g->pred_count[b]; k++) {
            uint32_t p = d.number[g->preds[b][k].i];
            if (p == ID_NONE)
                continue;
            uint32_t s = d.semi[best(&d, p)];
            if (s < d.semi[i])
                d.semi[i] = s;
        }
        d.up[i] = d.parent[i];
    }
    g->idom = ARENA_ARRAY(a, BlockId, n); /* zero: unreachable blocks hang from the entry */
    for (uint32_t i = 1; i < d.count; i++) {
        idom[i] = d.parent[i];
        while (idom[i] > d.semi[i])
            idom[i] = idom[idom[i]];
        g->idom[d.block[i]].i = d.block[idom[i]];
    }
}

/* ---- liveness ------------------------------------------------------------------------------- */

/* Most temps are written and read in one block and live nowhere else. Only the others, and
 * variables, get a bit while the sets are computed: `bit` maps a local to it. */
typedef struct Live {
    const MirFunction *f;
    const uint32_t *bit; /* by local; ID_NONE: not followed */
    BitSet gen, kill;
} Live;

static void gen(Live *v, uint32_t local)
{
    uint32_t i = local < v->f->locals.len ? v->bit[local] : ID_NONE;
    if (i == ID_NONE)
        return;
    bitset_add(v->gen, i);
    bitset_del(v->kill, i);
}

static void kill(Live *v, uint32_t local)
{
    uint32_t i = local < v->f->locals.len ? v->bit[local] : ID_NONE;
    if (i == ID_NONE)
        return;
    bitset_del(v->gen, i);
    bitset_add(v->kill, i);
}

static void gen_operand(Live *v, const Operand *o);

/* What is read to find the place: its pointer and indices. */
static void gen_place(Live *v, PlaceId id, bool reads_base)
{
    if (!place_is(id))
        return;
    const Place *p = mir_place(v->f, id);
    if (p->base == PLACE_DEREF)
        gen_operand(v, &p->pointer);
    if (p->base == PLACE_LOCAL && reads_base)
        gen(v, p->local.i);
    for (uint32_t i = 0; i < p->count; i++)
        gen_operand(v, &v->f->projections.data[p->first + i].index);
}

static void gen_operand(Live *v, const Operand *o)
{
    if (o->kind == OPERAND_TEMP)
        gen(v, o->index);
    else if (o->kind == OPERAND_PLACE)
        gen_place(v, (PlaceId){o->index}, true);
}

/* A write to the whole local; a write to a part of it neither reads nor ends it. */
static void kill_place(Live *v, PlaceId id)
{
    if (!place_is(id))
        return;
    const Place *p = mir_place(v->f, id);
    if (p->base == PLACE_LOCAL && !p->count)
        kill(v, p->local.i);
}

static bool writes_a(InstOp op)
{
    return op == INST_STORE || op == INST_COPY || op == INST_ZERO || op == INST_STRING ||
           op == INST_CALL || op == INST_BUILTIN || op == INST_VA_ARG;
}

static void transfer(Live *v, const Inst *in)
{
    bool writes = writes_a((InstOp)in->op);
    if (local_is(in->dst))
        kill(v, in->dst.i);
    if (writes)
        kill_place(v, in->a);
    for (uint32_t i = 0; in->asm_ && i < in->asm_->out_count; i++)
        kill_place(v, in->asm_->outs[i]);
    gen_place(v, in->a, !writes);
    gen_place(v, in->b, true);
    gen_operand(v, &in->x);
    gen_operand(v, &in->y);
    for (uint32_t i = 0; i < in->arg_count; i++)
        gen_operand(v, &in->args[i]);
    for (uint32_t i = 0; in->asm_ && i < in->asm_->out_count; i++) /* "+r" reads, too */
        gen_place(v, in->asm_->outs[i], true);
}

typedef struct Homes {
    uint32_t *home;
    uint32_t block;
} Homes; /* by local: block + 1, or MANY */
#define MANY UINT32_MAX

static void at_home(Homes *h, uint32_t local)
{
    if (!h->home[local])
        h->home[local] = h->block + 1;
    else if (h->home[local] != h->block + 1)
        h->home[local] = MANY;
}

static void home_operand(const MirFunction *f, Homes *h, const Operand *o)
{
    if (o->kind == OPERAND_TEMP)
        at_home(h, o->index);
    if (o->kind != OPERAND_PLACE)
        return;
    const Place *p = mir_place(f, (PlaceId){o->index});
    if (p->base == PLACE_DEREF && p->pointer.kind == OPERAND_TEMP)
        at_home(h, p->pointer.index);
    for (uint32_t i = 0; i < p->count; i++) {
        const Operand *x = &f->projections.data[p->first + i].index;
        if (x->kind == OPERAND_TEMP)
            at_home(h, x->index);
    }
}

static void home_place(const MirFunction *f, Homes *h, PlaceId id)
{
    if (place_is(id))
        home_operand(f, h, &(Operand){.kind = OPERAND_PLACE, .index = id.i});
}

uint32_t graph_follow(Arena *a, const MirFunction *f, uint32_t *bit)
{
    Homes h = {.home = ARENA_ARRAY(a, uint32_t, f->locals.len)};
    uint32_t n = 0;
    for (h.block = 0; h.block < f->blocks.len; h.block++) {
        const Block *b = &f->blocks.data[h.block];
        home_operand(f, &h, &b->term.x);
        for (uint32_t k = 0; k < b->insts.len; k++) {
            const Inst *in = &b->insts.data[k];
            if (local_is(in->dst))
                at_home(&h, in->dst.i);
            home_place(f, &h, in->a);
            home_place(f, &h, in->b);
            home_operand(f, &h, &in->x);
            home_operand(f, &h, &in->y);
            for (uint32_t i = 0; i < in->arg_count; i++)
                home_operand(f, &h, &in->args[i]);
            for (uint32_t i = 0; in->asm_ && i < in->asm_->out_count; i++)
                home_place(f, &h, in->asm_->outs[i]);
        }
    }
    for (uint32_t i = 0; i < f->locals.len; i++) {
        const Local *l = &f->locals.data[i];
        bool temp = l->kind == LOCAL_TEMP && !l->aggregate_temp;
        bit[i] = l->address_taken || (temp && h.home[i] != MANY) ? ID_NONE : n++;
    }
    return n;
}

static Live *local_sets(Arena *a, const MirFunction *f, const uint32_t *bit, uint32_t bits)
{
    Live *sets = ARENA_ARRAY(a, Live, f->blocks.len);
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        const Block *b = &f->blocks.data[i];
        sets[i] = (Live){f, bit, bitset_new(a, bits), bitset_new(a, bits)};
        if (b->term.kind == TERM_RETURN)
            gen(&sets[i], 0);
        gen_operand(&sets[i], &b->term.x);
        for (uint32_t k = b->insts.len; k-- > 0;)
            transfer(&sets[i], &b->insts.data[k]);
    }
    return sets;
}

static void expand(Arena *a, MirGraph *g, const MirFunction *f, const BitSet *in,
                   const uint32_t *bit)
{
    uint32_t locals = f->locals.len;
    if ((uint64_t)g->block_count * locals > (uint64_t)1 << 31) { /* monsters: all is live */
        BitSet all = bitset_new(a, locals);
        for (uint32_t i = 0; i < locals; i++)
            bitset_add(all, i);
        for (uint32_t b = 0; b < g->block_count; b++)
            g->live_in[b] = all;
        return;
    }
    uint32_t *local = ARENA_ARRAY(a, uint32_t, locals), bits = 0;
    for (uint32_t i = 0; i < locals; i++)
        if (bit[i] != ID_NONE)
            local[bits++] = i; /* bits were given in this order */
    for (uint32_t b = 0; b < g->block_count; b++) {
        g->live_in[b] = bitset_new(a, locals);
        for (uint32_t i = 0; i < bits; i++)
            if (bitset_has(in[b], i))
                bitset_add(g->live_in[b], local[i]);
    }
}

static void find_live(Arena *a, MirGraph *g, const MirFunction *f, const Succ *succ)
{
    uint32_t n = g->block_count;
    uint32_t *bit = ARENA_ARRAY(a, uint32_t, f->locals.len);
    uint32_t bits = graph_follow(a, f, bit) + 1, words = (bits + 63) / 64;
    Live *sets = local_sets(a, f, bit, bits);
    BitSet *in = ARENA_ARRAY(a, BitSet, n);
    for (uint32_t i = 0; i < n; i++)
        in[i] = bitset_new(a, bits);
    BitSet out = bitset_new(a, bits);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = n; i-- > 0;) {
            uint32_t b = g->rpo[i].i;
            memset(out.words, 0, words * sizeof *out.words);
            for (uint32_t k = 0; k < succ[b].count; k++)
                bitset_union(out, in[succ[b].to[k].i]);
            for (uint32_t w = 0; w < words; w++)
                out.words[w] = sets[b].gen.words[w] | (out.words[w] & ~sets[b].kill.words[w]);
            changed |= bitset_union(in[b], out);
        }
    }
    g->live_in = ARENA_ARRAY(a, BitSet, n);
    expand(a, g, f, in, bit);
}

static MirGraph *shape(Arena *arena, const MirFunction *f, const Succ *succ)
{
    MirGraph *g = ARENA_NEW(arena, MirGraph);
    g->block_count = f->blocks.len;
    find_rpo(arena, g, succ);
    find_preds(arena, g, succ);
    find_dominators(arena, g, succ);
    g->loop_head = ARENA_ARRAY(arena, bool, g->block_count);
    for (uint32_t i = 0; i < g->block_count; i++)
        for (uint32_t k = 0; k < succ[i].count; k++)
            if (g->rpo_index[succ[i].to[k].i] <= g->rpo_index[i])
                g->loop_head[succ[i].to[k].i] = true;
    return g;
}

MirGraph *graph_shape(Arena *arena, const MirFunction *f)
{
    return shape(arena, f, successors(arena, f));
}

MirGraph *mir_graph(Arena *arena, const MirFunction *f)
{
    Succ *succ = successors(arena, f);
    MirGraph *g = shape(arena, f, succ);
    find_live(arena, g, f, succ);
    return g;
}
