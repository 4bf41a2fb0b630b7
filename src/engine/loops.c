/* engine/loops.c - what can be said of a function's loops before it is analysed: which blocks
 * belong to which, and which variables count their rounds.
 *
 *     for (i = 0; i < n; i++)     head, body, back edge; i is a counter: stored once in the loop,
 *         p[i] = 0;               as i + 1; the branch at the head asks the counter
 *
 * A counter takes every value from its first one on, step by step, until the loop is left: if the
 * branches that leave the loop let it go as far as n, it is n in some round. So the largest value
 * that its bounds allow is one that it has, unlike that of a number about which a join merely knows
 * little. A counter that the loop also compares for equality may be stopped, or reset, there: no
 * claim is made of it. */
#include "engine/engine.h"

enum { MOST_WORK = 4000000 }; /* loops times blocks */

/* The instruction that defines the temp, when it is in the block. */
static const Inst *definition_in(const Block *b, const Operand *o)
{
    for (uint32_t i = 0; o->kind == OPERAND_TEMP && i < b->insts.len; i++)
        if (local_is(b->insts.data[i].dst) && b->insts.data[i].dst.i == o->index)
            return &b->insts.data[i];
    return NULL;
}

static bool is_plain_local(const MirFunction *fn, PlaceId id, uint32_t *local)
{
    if (!place_is(id))
        return false;
    const Place *p = mir_place(fn, id);
    *local = p->local.i;
    return p->base == PLACE_LOCAL && p->count == 0;
}

/* The local that the operand is loaded from, plus a constant at most; false: something else. */
static bool loaded_from(const MirFunction *fn, const Block *b, const Operand *o, uint32_t *local,
                        int64_t *add)
{
    *add = 0;
    for (int depth = 0; depth < 6; depth++) {
        const Inst *in = definition_in(b, o);
        if (!in)
            return false;
        if (in->op == INST_LOAD)
            return is_plain_local(fn, in->a, local);
        if (in->op == INST_BINARY && (in->sub == BIN_ADD || in->sub == BIN_SUB) &&
            in->y.kind == OPERAND_INT)
            *add += in->sub == BIN_ADD ? (int64_t)in->y.u.bits : -(int64_t)in->y.u.bits;
        else if (in->op == INST_PTRADD && in->y.kind == OPERAND_INT && in->type && !in->arg_count)
            *add += (int64_t)in->y.u.bits * (int64_t)in->type->size;
        else if (in->op != INST_CONVERT && in->op != INST_ASSIGN)
            return false;
        o = &in->x;
    }
    return false;
}

static void find_body(Analysis *an, Loop *l)
{
    const MirGraph *g = an->graph;
    uint32_t *todo = ARENA_ARRAY(an->arena, uint32_t, g->block_count + 1), n = 0;
    l->body = bitset_new(an->arena, g->block_count);
    bitset_add(l->body, l->head);
    l->blocks = 1;
    uint32_t b = l->head;
    for (;;) {
        for (uint32_t i = 0; i < g->pred_count[b]; i++) {
            uint32_t p = g->preds[b][i].i;
            bool back = b != l->head || g->rpo_index[p] >= g->rpo_index[b];
            if (back && !bitset_has(l->body, p)) {
                bitset_add(l->body, p);
                l->blocks++;
                todo[n++] = p;
            }
        }
        if (!n)
            return;
        b = todo[--n];
    }
}

/* Counters: locals of which the loop has one store, of its own value and a constant. */
static void find_counters(Analysis *an, Loop *l)
{
    const MirFunction *fn = an->fn;
    uint32_t *stores = ARENA_ARRAY(an->arena, uint32_t, fn->locals.len);
    int64_t *step = ARENA_ARRAY(an->arena, int64_t, fn->locals.len);
    for (uint32_t b = 0; b < fn->blocks.len; b++) {
        const Block *block = &fn->blocks.data[b];
        for (uint32_t i = 0; bitset_has(l->body, b) && i < block->insts.len; i++) {
            const Inst *in = &block->insts.data[i];
            uint32_t to, from;
            int64_t add;
            if (in->op == INST_BINARY && (in->sub == BIN_EQ || in->sub == BIN_NE)) {
                if (loaded_from(fn, block, &in->x, &from, &add))
                    stores[from] += 2;
                if (loaded_from(fn, block, &in->y, &from, &add))
                    stores[from] += 2;
            }
            if ((in->op != INST_STORE && in->op != INST_COPY && in->op != INST_ZERO &&
                 in->op != INST_CALL) ||
                !is_plain_local(fn, in->a, &to))
                continue;
            stores[to]++;
            if (in->op == INST_STORE && loaded_from(fn, block, &in->x, &from, &add) && from == to)
                step[to] = add;
            else
                stores[to]++;
        }
    }
    for (uint32_t i = 0; i < fn->locals.len; i++)
        if (stores[i] == 1 && step[i] && !fn->locals.data[i].address_taken) {
            Counter c = {i, step[i]};
            VEC_PUSH(an->arena, &l->counters, c);
        }
}

static bool is_counter(const Loop *l, uint32_t local)
{
    for (uint32_t i = 0; i < l->counters.len; i++)
        if (l->counters.data[i].local == local)
            return true;
    return false;
}

void engine_find_loops(Analysis *an)
{
    const MirGraph *g = an->graph;
    an->loop_of = ARENA_ARRAY(an->arena, uint32_t, g->block_count);
    VEC_PUSH(an->arena, &an->loops, (Loop){0});
    uint64_t heads = 0;
    for (uint32_t b = 0; b < g->block_count; b++)
        heads += g->loop_head[b];
    if (heads * g->block_count > MOST_WORK) /* nothing is said of the loops of such a function */
        return;
    for (uint32_t b = 0; b < g->block_count; b++) {
        if (!g->loop_head[b])
            continue;
        Loop l = {.head = b};
        find_body(an, &l);
        find_counters(an, &l);
        VEC_PUSH(an->arena, &an->loops, l);
    }
    for (uint32_t b = 0; b < g->block_count; b++) /* the innermost */
        for (uint32_t i = 1; i < an->loops.len; i++) {
            const Loop *l = &an->loops.data[i];
            if (bitset_has(l->body, b) &&
                (!an->loop_of[b] || l->blocks < an->loops.data[an->loop_of[b]].blocks))
                an->loop_of[b] = i;
        }
}

const Loop *loop_at(const Analysis *an, uint32_t head)
{
    for (uint32_t i = 1; i < an->loops.len; i++)
        if (an->loops.data[i].head == head)
            return &an->loops.data[i];
    return NULL;
}

int64_t loop_step(const Analysis *an, uint32_t head, uint32_t local)
{
    const Loop *l = loop_at(an, head);
    for (uint32_t k = 0; l && k < l->counters.len; k++)
        if (l->counters.data[k].local == local)
            return l->counters.data[k].step;
    return 0;
}

bool loop_asks_counter(const Analysis *an, uint32_t block, const Loop *l)
{
    const Block *b = &an->fn->blocks.data[block];
    const Inst *in = definition_in(b, &b->term.x);
    while (in && (in->op == INST_CONVERT || in->op == INST_ASSIGN))
        in = definition_in(b, &in->x);
    if (!in || in->op != INST_BINARY || in->sub < BIN_LT || in->sub > BIN_GE)
        return false;
    uint32_t local;
    int64_t add;
    return (loaded_from(an->fn, b, &in->x, &local, &add) && is_counter(l, local)) ||
           (loaded_from(an->fn, b, &in->y, &local, &add) && is_counter(l, local));
}

bool loop_is_counted(const Analysis *an, const Loop *l)
{
    for (uint32_t b = 0; b < an->fn->blocks.len; b++) {
        const Term *t = &an->fn->blocks.data[b].term;
        if (t->kind == TERM_BRANCH && bitset_has(l->body, b) &&
            !(bitset_has(l->body, t->then.i) && bitset_has(l->body, t->other.i)) &&
            loop_asks_counter(an, b, l))
            return true;
    }
    return false;
}
