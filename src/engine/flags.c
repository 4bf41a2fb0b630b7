/* engine/flags.c - variables that are asked more than once: they tell paths apart.
 *
 *     if (mode || n < 0) stat(f, &st);
 *     ...
 *     if (!mode && n >= 0) use(n); else use(st.st_size);
 *
 * Paths of equal memory are one state, with what all of them know. But what they know of `mode` and
 * `n` decides the second question, so as long as there is room for it these paths stay apart. A
 * variable counts when the conditions of two branches or more are computed from it. */
#include "engine/engine.h"

#define MAX_FLAGS 32 /* per function; a bound on the work, not a need */

typedef struct Seen {
    Analysis *an;
    uint8_t *count;     /* by local: branches that ask it, up to 2 */
    uint32_t *by_block; /* by local: the last block that did, plus 1 */
} Seen;

static void see_operand(Seen *w, const Operand *o, uint32_t block, uint32_t depth);

static void see_inst(Seen *w, const Inst *in, uint32_t block, uint32_t depth)
{
    const MirFunction *fn = w->an->fn;
    if (in->op == INST_LOAD) {
        const Place *p = mir_place(fn, in->a);
        if (p->base != PLACE_LOCAL || p->count || !type_is_integer(p->type))
            return;
        if (w->by_block[p->local.i] != block + 1 && w->count[p->local.i] < 2)
            w->count[p->local.i]++;
        w->by_block[p->local.i] = block + 1;
    } else if (in->op == INST_UNARY || in->op == INST_BINARY || in->op == INST_CONVERT) {
        see_operand(w, &in->x, block, depth + 1);
        see_operand(w, &in->y, block, depth + 1);
    }
}

static void see_operand(Seen *w, const Operand *o, uint32_t block, uint32_t depth)
{
    const MirFunction *fn = w->an->fn;
    if (o->kind != OPERAND_TEMP || depth > 6 || w->an->def_block[o->index] >= fn->blocks.len)
        return;
    const Block *b = &fn->blocks.data[w->an->def_block[o->index]];
    for (uint32_t i = b->insts.len; i-- > 0;)
        if (local_is(b->insts.data[i].dst) && b->insts.data[i].dst.i == o->index) {
            see_inst(w, &b->insts.data[i], block, depth);
            return;
        }
}

void engine_find_flags(Analysis *an)
{
    const MirFunction *fn = an->fn;
    Seen w = {.an = an};
    w.count = ARENA_ARRAY(an->arena, uint8_t, fn->locals.len);
    w.by_block = ARENA_ARRAY(an->arena, uint32_t, fn->locals.len);
    for (uint32_t b = 0; b < fn->blocks.len; b++) {
        const Term *t = &fn->blocks.data[b].term;
        if (t->kind == TERM_BRANCH || t->kind == TERM_SWITCH)
            see_operand(&w, &t->x, b, 0);
    }
    an->flags = ARENA_ARRAY(an->arena, uint32_t, MAX_FLAGS);
    for (uint32_t i = 0; i < fn->locals.len && an->flag_count < MAX_FLAGS; i++)
        if (w.count[i] > 1)
            an->flags[an->flag_count++] = i;
}
