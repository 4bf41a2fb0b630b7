/* engine/fixpoint.c - the order of work: blocks in reverse post-order, a bounded set of states
 * each.
 *
 * The lowest block with waiting states is taken, a loop's head after its body; the states are
 * first made fewer (equal memory: one state with the facts of both; more than MAX_STATES: the
 * closest two are joined), then run through its instructions. A loop's head lets the first rounds
 * pass as they are, so that short loops are exact; then everything that arrives over a back edge is
 * joined into the head's invariant, which can only lose knowledge, until it describes what arrives:
 *
 *     for (p = list; p; p = p->next)      round 1: p = list    round 2: p = *list.next
 *         free(p);                        then: p unknown, and nothing is claimed of it
 *
 * A state that leaves a loop without having entered it, on a condition that nobody decides, is
 * weak: whether the loop runs not even once is the caller's secret, and nothing is reported on
 * it. */
#include "engine/safe.h"

#define MAX_STATES 8      /* kept apart at one block */
#define EXACT_ROUNDS 2    /* of a loop whose condition is not known */
#define DECIDED_ROUNDS 40 /* of a loop whose condition is */
#define LATE_ROUNDS 4     /* the same, when half of the budget is used */
#define JOIN_ROUNDS 12
#define SETTLED_JOINS 5 /* level safe: after these nothing new is learned of differences */
#define MEMORY_BUDGET ((size_t)256 << 20) /* bytes of one function's analysis */

/* The more of its budget a function has used, the less its paths are kept apart: it is better to
 * finish with less than not at all. */
static uint32_t most_states(const Analysis *an)
{
    uint64_t tenth = an->engine->budget / 10;
    if (an->safe) /* what is not proved is reported: it gives up rather than look less closely */
        return an->steps < tenth * 3 ? MAX_STATES : MAX_STATES / 2;
    return an->steps < tenth ? MAX_STATES : an->steps < tenth * 3 ? MAX_STATES / 2 : 2;
}

typedef struct HeadInfo {
    State *invariant;
    uint32_t rounds; /* over a back edge, since the loop was entered last */
    uint32_t joins;  /* since there is an invariant */
    bool decided;    /* its condition was known each time so far */
} HeadInfo;

typedef struct Work {
    Analysis *an;
    uint32_t lowest;    /* no block before this rpo position has a waiting state */
    StateList *waiting; /* by block */
    HeadInfo *heads;    /* by block */
    uint32_t *pending;  /* rpo positions, as flags */
} Work;

/* ---- set-up ---------------------------------------------------------------------------------- */
static void note_use(Analysis *an, const Operand *o, uint32_t block, uint32_t index)
{
    if (o->kind != OPERAND_TEMP)
        return;
    if (an->def_block[o->index] != block)
        an->last_use[o->index] = UINT32_MAX;
    else if (an->last_use[o->index] != UINT32_MAX)
        an->last_use[o->index] = index;
}

static void note_place_uses(Analysis *an, PlaceId id, uint32_t block, uint32_t index)
{
    if (!place_is(id))
        return;
    const Place *p = mir_place(an->fn, id);
    if (p->base == PLACE_DEREF)
        note_use(an, &p->pointer, block, index);
    for (uint32_t i = 0; i < p->count; i++)
        if (an->fn->projections.data[p->first + i].kind == PROJ_INDEX)
            note_use(an, &an->fn->projections.data[p->first + i].index, block, index);
}

static void note_inst_uses(Analysis *an, const Inst *in, uint32_t b, uint32_t i)
{
    note_use(an, &in->x, b, i);
    note_use(an, &in->y, b, i);
    note_place_uses(an, in->a, b, i);
    note_place_uses(an, in->b, b, i);
    for (uint32_t k = 0; k < in->arg_count; k++) {
        note_use(an, &in->args[k], b, i);
        if (in->args[k].kind == OPERAND_PLACE)
            note_place_uses(an, (PlaceId){in->args[k].index}, b, i);
    }
    for (uint32_t k = 0; in->asm_ && k < in->asm_->out_count; k++)
        note_place_uses(an, in->asm_->outs[k], b, i);
}

static bool defines_temp(const Inst *in)
{
    return local_is(in->dst) && in->op != INST_LIVE && in->op != INST_DEAD && in->op != INST_VLA;
}

/* When is each temp read last? UINT32_MAX - 1: never. */
static void find_last_uses(Analysis *an)
{
    const MirFunction *fn = an->fn;
    an->last_use = ARENA_ARRAY(an->arena, uint32_t, fn->locals.len);
    an->def_block = ARENA_ARRAY(an->arena, uint32_t, fn->locals.len);
    for (uint32_t i = 0; i < fn->locals.len; i++)
        an->last_use[i] = UINT32_MAX - 1, an->def_block[i] = UINT32_MAX - 1;
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            if (defines_temp(in))
                an->def_block[in->dst.i] =
                    an->def_block[in->dst.i] == UINT32_MAX - 1 ? b : UINT32_MAX;
        }
    for (uint32_t b = 0; b < fn->blocks.len; b++) {
        const Block *block = &fn->blocks.data[b];
        for (uint32_t i = 0; i < block->insts.len; i++)
            note_inst_uses(an, &block->insts.data[i], b, i);
        note_use(an, &block->term.x, b, block->insts.len);
    }
}

static State *entry_state(Analysis *an)
{
    State *s = state_new(an);
    const MirFunction *fn = an->fn;
    bool is_main = fn->sym && fn->sym->name && strcmp(fn->sym->name->text, "main") == 0;
    an->region_of_local = ARENA_ARRAY(an->arena, uint32_t, fn->locals.len);
    for (uint32_t i = 0; i < fn->locals.len; i++) {
        const Local *l = &fn->locals.data[i];
        if (l->kind == LOCAL_TEMP && !l->aggregate_temp)
            continue;
        RegionInfo info = {.kind = REGION_LOCAL, .index = i, .type = l->type, .span = l->span};
        if (l->type && type_is_complete(l->type) && !l->type->vla)
            info.size = value_int((int64_t)l->type->size);
        if (is_main && l->kind == LOCAL_PARAM && l->type && l->type->kind == TYPE_POINTER)
            info.outside = true, info.maker = "main";
        an->region_of_local[i] = region_new(an, &info);
        if (l->kind != LOCAL_PARAM)
            continue;
        RegionState *rs = state_region(an, s, an->region_of_local[i]);
        rs->content = CONTENT_ENTRY;
        if (is_main && type_is_integer(l->type) && !an->safe) { /* argc */
            Value argc = value_sym(sym_fresh(an, l->type, true), 0);
            (void)state_assume_interval(an, s, argc, l->type, 0, INT32_MAX);
            state_store(an, s, an->region_of_local[i], 0, 0, l->type->size, argc);
            an->argc = fn->param_count > 1 ? argc.id : 0;
        }
    }
    an->region_of_string = ARENA_ARRAY(an->arena, uint32_t, fn->strings.len + 1);
    if (an->safe)
        safe_entry(an, s);
    else
        bind_entry(an, s);
    return s;
}

/* ---- instructions of a block ----------------------------------------------------------------- */
static bool may_lose(const Inst *in)
{
    switch ((InstOp)in->op) {
    case INST_STORE:
    case INST_COPY:
    case INST_ZERO:
    case INST_CALL:
    case INST_BUILTIN:
    case INST_DEAD: return true;
    case INST_LOAD:
    case INST_ADDR:
    case INST_STRING:
    case INST_ASSIGN:
    case INST_UNARY:
    case INST_BINARY:
    case INST_PTRADD:
    case INST_PTRSUB:
    case INST_CONVERT:
    case INST_VA_ARG:
    case INST_LIVE:
    case INST_VLA:
    case INST_CHECK:
    case INST_ASM:
    case INST_OP_COUNT: return false;
    }
    return false;
}

static void drop_used(Analysis *an, State *s, const Operand *o, uint32_t index)
{
    if (o->kind == OPERAND_TEMP && an->last_use[o->index] == index)
        state_drop_temp(s, o->index);
}

/* Temps that were read for the last time no longer hold what they held. */
static void drop_dead_temps(Analysis *an, State *s, const Inst *in, uint32_t index)
{
    drop_used(an, s, &in->x, index);
    drop_used(an, s, &in->y, index);
    for (uint32_t i = 0; i < in->arg_count; i++)
        drop_used(an, s, &in->args[i], index);
    PlaceId places[2] = {in->a, in->b};
    for (int k = 0; k < 2; k++)
        if (place_is(places[k]) && mir_place(an->fn, places[k])->base == PLACE_DEREF)
            drop_used(an, s, &mir_place(an->fn, places[k])->pointer, index);
    if (defines_temp(in) && an->last_use[in->dst.i] == UINT32_MAX - 1)
        state_drop_temp(s, in->dst.i);
}

/* The scope ends before a return belong to the return: what is lost there is asked there. */
static bool leads_to_return(const Block *b, uint32_t index)
{
    for (uint32_t i = index; i < b->insts.len; i++)
        if (b->insts.data[i].op != INST_DEAD)
            return false;
    return b->term.kind == TERM_RETURN;
}

/* p = realloc(p, n); check(p); what was stored may be the end of the program: then nothing is
 * lost. */
static bool is_checked_next(Analysis *an, State *s, const Block *b, uint32_t index)
{
    if (b->insts.data[index].op != INST_STORE)
        return false;
    uint32_t i = index + 1;
    while (i < b->insts.len &&
           (b->insts.data[i].op == INST_LOAD || b->insts.data[i].op == INST_CONVERT))
        i++;
    const Inst *call = i < b->insts.len ? &b->insts.data[i] : NULL;
    if (!s || !call || call->op != INST_CALL || call->x.kind != OPERAND_GLOBAL)
        return false;
    Callee c = callee_of(an, s, call);
    return c.result && c.result->may_not_return;
}

static void thin_out(Analysis *an, StateList *l);

static void run_block(Analysis *an, const Block *b, State *entry, StateList *out)
{
    StateList now = {entry, entry, 1};
    entry->next = NULL;
    Span lost_at = {LOC_NONE, LOC_NONE}; /* of a store that is not asked about yet */
    for (uint32_t i = 0; i < b->insts.len && now.first && an->steps <= an->most_steps; i++) {
        const Inst *in = &b->insts.data[i];
        StateList after = {0};
        for (State *s = now.first, *next; s; s = next) {
            next = s->next;
            an->inst = in;
            an->span = in->span;
            an->round = s->visits;
            an->ordinal = 0;
            an->steps += 1 + (s->cell_count + s->region_count) / 16;
            if (!an->safe || !safe_inst(an, s, in, &after))
                eval_inst(an, s, in, &after);
            arena_reset(an->scratch);
        }
        if (after.count > most_states(an))
            thin_out(an, &after);
        bool ask = may_lose(in) && !(in->op == INST_DEAD && leads_to_return(b, i));
        bool later = ask && is_checked_next(an, after.first, b, i);
        for (State *s = after.first; s; s = s->next) {
            drop_dead_temps(an, s, in, i);
            if (ask && !later)
                check_lost(an, s, lost_at.begin ? lost_at : in->span);
        }
        if (ask)
            lost_at = later ? in->span : (Span){LOC_NONE, LOC_NONE};
        now = after;
        if (in->flags & INST_NORETURN)
            break;
    }
    /* what was left in the middle of the block is at no branch and at no return */
    *out = an->steps <= an->most_steps ? now : (StateList){0};
}

/* ---- terminators ----------------------------------------------------------------------------- */
static void send(Work *w, State *s, uint32_t from, BlockId to);

static void note_memory(const Analysis *an, State *s, Value v)
{
    bool memory = value_is_memory(an, v);
    if (value_is_again(an, v))
        s->again = s->event;
    if (!s->by_memory && memory)
        s->by_memory = an->steps;
    if (memory || value_is_entry(an, v))
        s->by_caller = an->steps;
}

/* Blocks from which every way ends in a call that does not come back: what is held there is no
 * leak. */
static bool block_ends_here(Analysis *an, const Block *b)
{
    for (uint32_t i = 0; i < b->insts.len; i++) {
        const Inst *in = &b->insts.data[i];
        if (in->flags & INST_NORETURN)
            return true;
        if (in->op != INST_CALL || in->x.kind != OPERAND_GLOBAL)
            continue;
        const MirFunction *body = engine_definition(an->engine, in->x.sym);
        uintptr_t yes;
        if (body && map_get(&an->engine->no_return, MAP_KEY_PTR(body), &yes))
            return true;
        const ContractEntry *read = body ? NULL : engine_read_contract(an->engine, in->x.sym);
        if (read && read->sym->noreturn)
            return true;
    }
    return false;
}

static void find_ways_back(Analysis *an)
{
    const MirFunction *fn = an->fn;
    an->comes_back = ARENA_ARRAY(an->arena, bool, fn->blocks.len);
    uint32_t *todo = ARENA_ARRAY(an->arena, uint32_t, fn->blocks.len + 1), n = 0;
    bool *ends = ARENA_ARRAY(an->arena, bool, fn->blocks.len);
    for (uint32_t b = 0; b < fn->blocks.len; b++) {
        ends[b] = block_ends_here(an, &fn->blocks.data[b]);
        an->comes_back[b] = !ends[b] && fn->blocks.data[b].term.kind == TERM_RETURN;
        if (an->comes_back[b])
            todo[n++] = b;
    }
    while (n) {
        uint32_t b = todo[--n];
        for (uint32_t i = 0; i < an->graph->pred_count[b]; i++) {
            uint32_t p = an->graph->preds[b][i].i;
            if (!ends[p] && !an->comes_back[p])
                an->comes_back[p] = true, todo[n++] = p;
        }
    }
}

/* A loop goes on, where it might have been left as well, for a reason that is neither known here
 * nor up to the outside. */
static void note_guess(Work *w, State *s, uint32_t b, BlockId to, Value v)
{
    Analysis *an = w->an;
    for (uint32_t i = 1; i < an->loops.len; i++) {
        Loop *l = &an->loops.data[i];
        const Term *t = &an->fn->blocks.data[b].term;
        if (!bitset_has(l->body, b) ||
            (bitset_has(l->body, t->then.i) && bitset_has(l->body, t->other.i)))
            continue;
        l->unsure = true;
        if (!bitset_has(l->body, to.i))
            continue;
        if (w->heads[l->head].rounds > 1)
            s->guessed |= GUESSED_ROUNDS;
        if (!loop_asks_counter(an, b, l))
            s->guessed |= value_is_loaded(an, v) ? GUESSED_STAY | GUESSED_SEARCH : GUESSED_STAY;
    }
}

/* A loop may be left here, or not: its rounds are not those of a counter that is known. */
static void note_undecided(Work *w, uint32_t b, BlockId to)
{
    Analysis *an = w->an;
    for (uint32_t i = 1; i < an->loops.len && an->loop_of[b] && an->comes_back[to.i]; i++) {
        const Loop *l = &an->loops.data[i];
        if (bitset_has(l->body, b) && !bitset_has(l->body, to.i) &&
            (loop_asks_counter(an, b, l) || !loop_is_counted(an, l)))
            w->heads[l->head].decided = false;
    }
}

/* A way was taken for an answer that nobody here knows. */
static void note_answer(const Analysis *an, State *s, uint32_t b, Value v)
{
    if (value_is_outside(an, v))
        return;
    if (!value_is_entry(an, v))
        s->guessed |= GUESSED_ANSWER;
    if (an->loop_of[b] && value_is_loaded(an, v))
        s->guessed |= GUESSED_DATA;
}

static bool dominates(const MirGraph *g, uint32_t a, uint32_t b)
{
    while (b != a && g->idom[b].i != b)
        b = g->idom[b].i;
    return b == a;
}

/* What a call has made since the last join is tied to nothing that the join has blurred. */
static bool made_since_join(const Analysis *an, const State *s, uint32_t block)
{
    return block != UINT32_MAX && dominates(an->graph, s->joined_block, block) &&
           dominates(an->graph, block, an->block);
}

/* Decided by the outside, or by results of calls since the last join: it may come out both ways. */
static bool free_choice(const Analysis *an, const State *s, Value v, int depth)
{
    if (v.kind == VAL_INT)
        return true;
    if (v.kind == VAL_PTR)
        return !v.off_sym && made_since_join(an, s, region_info(an, v.id)->block);
    if (v.kind != VAL_SYM || depth > 6)
        return false;
    const SymInfo *i = sym_info(an, v.id);
    switch ((SymKind)i->kind) {
    case SYMBOL_FRESH: return i->outside || (!i->blurred && made_since_join(an, s, i->block));
    case SYMBOL_BINARY:
        return free_choice(an, s, i->a, depth + 1) && free_choice(an, s, i->b, depth + 1);
    case SYMBOL_UNARY:
    case SYMBOL_CONVERT:
    case SYMBOL_PTR_INT: return free_choice(an, s, i->a, depth + 1);
    case SYMBOL_LENGTH:
    case SYMBOL_ENTRY: return false;
    }
    return false;
}

/* A flag that has come out of a join, or an answer about it alone. */
static bool asks_joined(const Analysis *an, Value v, int depth)
{
    const SymInfo *i = v.kind == VAL_SYM ? sym_info(an, v.id) : NULL;
    if (!i || depth > 3)
        return false;
    bool about = i->kind == SYMBOL_UNARY || i->kind == SYMBOL_CONVERT ||
                 (i->kind == SYMBOL_BINARY && i->b.kind == VAL_INT);
    return about ? asks_joined(an, i->a, depth + 1) : i->point != 0;
}

/* A pointer that was read where a join, or somebody unknown, has left nothing. */
static bool is_lost(const Analysis *an, Value v)
{
    const RegionInfo *i = v.kind == VAL_PTR ? region_info(an, v.id) : NULL;
    return v.kind == VAL_UNKNOWN || (i && i->kind == REGION_UNKNOWN && i->block == UINT32_MAX);
}

static bool block_has(const Block *b, const Inst *in)
{
    return b->insts.len && in >= b->insts.data && in < b->insts.data + b->insts.len;
}

/* Was the variable written for the last time before the call? */
static bool settled_before(const Analysis *an, uint32_t local, const Inst *call)
{
    const MirFunction *fn = an->fn;
    uint32_t at = 0; /* block of the call */
    while (!block_has(&fn->blocks.data[at], call))
        at++;
    if (fn->locals.data[local].address_taken)
        return false;
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            const Place *to = place_is(in->a) ? mir_place(fn, in->a) : NULL;
            if (in->op == INST_LOAD || !to || to->base != PLACE_LOCAL || to->local.i != local)
                continue;
            bool before = b == at ? in < call : dominates(an->graph, b, at);
            if (an->loop_of[b] || !before)
                return false;
        }
    return true;
}

/* Is the answer older than the call? Then it says nothing of how the call came out. */
static bool known_before(const Analysis *an, const Operand *o, const Inst *call, int depth)
{
    if (o->kind != OPERAND_TEMP)
        return o->kind != OPERAND_PLACE;
    const Inst *def = NULL;
    const Block *block = &an->fn->blocks.data[an->block];
    for (uint32_t i = 0; i < block->insts.len && !def; i++)
        if (local_is(block->insts.data[i].dst) && block->insts.data[i].dst.i == o->index)
            def = &block->insts.data[i];
    if (!def || depth > 4)
        return false;
    const Place *from = place_is(def->a) ? mir_place(an->fn, def->a) : NULL;
    if (def->op == INST_LOAD)
        return from->base == PLACE_LOCAL && settled_before(an, from->local.i, call);
    return (def->op == INST_UNARY || def->op == INST_BINARY || def->op == INST_CONVERT) &&
           known_before(an, &def->x, call, depth + 1) && known_before(an, &def->y, call, depth + 1);
}

static bool only_reads(const Block *b)
{
    for (uint32_t i = 0; i < b->insts.len; i++) {
        InstOp op = (InstOp)b->insts.data[i].op;
        if (op != INST_LOAD && op != INST_UNARY && op != INST_BINARY && op != INST_CONVERT)
            return false;
    }
    return true;
}

/* p->names && (what & NAMES & p->mine), called for other things than names: whether there are any
 * makes no difference. */
static bool asks_idly(Analysis *an, const State *s, Value v, const Term *t)
{
    const Block *next = &an->fn->blocks.data[t->then.i];
    if (!bound_to_constants(an->result) || next->term.kind != TERM_BRANCH ||
        (next->term.then.i != t->other.i && next->term.other.i != t->other.i) || !only_reads(next))
        return false;
    State *yes = state_copy(an, s);
    StateList after = {0};
    if (state_assume(an, yes, v, t->x.type, true))
        run_block(an, next, yes, &after);
    int truth = -1;
    if (after.count == 1)
        truth = state_truth(an, after.first, eval_operand(an, after.first, &next->term.x),
                            next->term.x.type);
    return truth >= 0 && (truth ? next->term.then.i : next->term.other.i) == t->other.i;
}

static void eval_branch(Work *w, State *s, uint32_t b, const Term *t)
{
    Analysis *an = w->an;
    Value v = eval_operand(an, s, &t->x);
    int truth = state_truth(an, s, v, t->x.type);
    drop_used(an, s, &t->x, an->fn->blocks.data[b].insts.len);
    an->span = t->span;
    if (truth >= 0) {
        /* the program asks, so it takes the outcome for possible */
        if (s->latent && !(s->latent_at && known_before(an, &t->x, s->latent_at, 0)))
            s->latent = false;
        send(w, s, b, truth ? t->then : t->other);
        return;
    }
    BlockId by_default;
    if (!an->safe && hook_default(an, b, &by_default)) {
        send(w, s, b, by_default);
        return;
    }
    if (asks_idly(an, s, v, t)) {
        send(w, s, b, t->other);
        return;
    }
    bool head = an->graph->loop_head[b];
    bool outside = value_is_outside(an, v) && !value_is_loaded(an, v);
    if (head)
        w->heads[b].decided = false;
    note_undecided(w, b, t->then);
    note_undecided(w, b, t->other);
    note_memory(an, s, v);
    bool either = free_choice(an, s, v, 0), blurred = asks_joined(an, v, 0);
    State *no = state_copy(an, s);
    for (int taken = 1; taken >= 0; taken--) {
        State *one = taken ? s : no;
        if (!state_assume(an, one, v, t->x.type, taken)) {
            state_drop(an, one);
            continue;
        }
        uint32_t e = event_add(an, one, EVENT_BRANCH, 0, t->span, NULL, NULL);
        if (an->safe)
            safe_learned(an, one, v);
        an->events.data[e].taken = taken;
        an->events.data[e].free = either;
        an->events.data[e].blurred = blurred;
        if (!one->generalised && value_is_blurred(an, v))
            state_note_joined(an, one, e, e);
        an->events.data[e].lost = one->generalised && is_lost(an, v);
        BlockId to = taken ? t->then : t->other;
        /* left before the first round, on a condition that nobody decides */
        if (!outside)
            note_guess(w, one, b, to, v);
        note_answer(an, one, b, v);
        if (head && w->heads[b].rounds == 1 && !value_is_outside(an, v) &&
            an->graph->rpo_index[to.i] > an->graph->rpo_index[b] && taken == 0)
            one->weak++;
        send(w, one, b, to);
    }
}

/* The type of a switched value before its promotion. */
static const Type *switched_type(const Analysis *an, const Operand *x)
{
    if (x->kind != OPERAND_TEMP || an->def_block[x->index] >= an->fn->blocks.len)
        return x->type;
    const Block *b = &an->fn->blocks.data[an->def_block[x->index]];
    for (uint32_t i = 0; i < b->insts.len; i++)
        if (local_is(b->insts.data[i].dst) && b->insts.data[i].dst.i == x->index &&
            b->insts.data[i].op == INST_CONVERT)
            return b->insts.data[i].x.type;
    return x->type;
}

/* A switch that has a case for each constant of its enum has no other way. */
static bool covers_enum(const Analysis *an, const Term *t)
{
    const Type *e = switched_type(an, &t->x);
    if (e->kind != TYPE_ENUM || !e->u.enum_info->constant_count)
        return false;
    for (uint32_t i = 0; i < e->u.enum_info->constant_count; i++) {
        i128 v = e->u.enum_info->constants[i]->enum_value;
        bool has = false;
        for (uint32_t k = 0; k < t->case_count && !has; k++)
            has = v >= t->cases[k].lo && v <= t->cases[k].hi;
        if (!has)
            return false;
    }
    return true;
}

/* The cases from `first` on, and then none of them. */
static void eval_cases(Work *w, State *rest, uint32_t b, const Term *t, Value v, uint32_t first)
{
    Analysis *an = w->an;
    const Type *type = t->x.type;
    for (uint32_t i = first; i < t->case_count; i++) {
        const SwitchCase *c = &t->cases[i];
        State *one = state_copy(an, rest);
        if (state_assume_interval(an, one, v, type, c->lo, c->hi)) {
            uint32_t e = event_add(an, one, EVENT_BRANCH, 0, t->span, NULL, NULL);
            an->events.data[e].taken = true;
            send(w, one, b, c->target);
        } else {
            state_drop(an, one);
        }
        bool more;
        if (c->lo == c->hi) {
            more = state_assume_not(an, rest, v, type, c->lo);
        } else { /* below the range, or above it */
            State *above = state_copy(an, rest);
            if (state_assume_interval(an, above, v, type, c->hi + 1, INT128_FAR))
                eval_cases(w, above, b, t, v, i + 1);
            else
                state_drop(an, above);
            more = state_assume_interval(an, rest, v, type, -INT128_FAR, c->lo - 1);
        }
        if (!more) {
            state_drop(an, rest);
            return;
        }
    }
    if (covers_enum(an, t))
        state_drop(an, rest);
    else
        send(w, rest, b, t->other);
}

static void eval_switch(Work *w, State *s, uint32_t b, const Term *t)
{
    Analysis *an = w->an;
    Value v = eval_operand(an, s, &t->x);
    an->span = t->span;
    note_memory(an, s, v);
    note_answer(an, s, b, v);
    state_note_asked(an, s, v);
    eval_cases(w, s, b, t, v, 0);
}

static void eval_term(Work *w, State *s, uint32_t b)
{
    Analysis *an = w->an;
    const Term *t = &an->fn->blocks.data[b].term;
    an->inst = NULL;
    an->round = s->visits;
    an->ordinal = 0;
    switch ((TermKind)t->kind) {
    case TERM_NONE:
    case TERM_UNREACHABLE: state_drop(an, s); return;
    case TERM_GOTO: send(w, s, b, t->then); return;
    case TERM_BRANCH: eval_branch(w, s, b, t); return;
    case TERM_SWITCH: eval_switch(w, s, b, t); return;
    case TERM_RETURN:
        if (an->safe)
            safe_return(an, s, t);
        else
            eval_return(an, s, t);
        return;
    case TERM_GOTO_COMPUTED:
    case TERM_ASM_GOTO:
        for (uint32_t i = 0; i < t->target_count; i++)
            send(w, state_copy(an, s), b, t->targets[i]);
        if (t->kind == TERM_ASM_GOTO)
            send(w, s, b, t->then);
        else
            state_drop(an, s);
        return;
    }
}

/* ---- states at a block ----------------------------------------------------------------------- */
static void drop_dead_at(Analysis *an, State *s, uint32_t to)
{
    BitSet live = an->graph->live_in[to];
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->temp_count; i++)
        if (bitset_has(live, s->temps[i].local))
            s->temps[w++] = s->temps[i];
    s->temp_count = w;
}

static void send(Work *w, State *s, uint32_t from, BlockId to)
{
    Analysis *an = w->an;
    HeadInfo *h = &w->heads[to.i];
    drop_dead_at(an, s, to.i);
    bool back = an->graph->rpo_index[to.i] <= an->graph->rpo_index[from];
    if (an->graph->loop_head[to.i] && !back && !w->waiting[to.i].first) {
        h->rounds = 0;
        h->decided = true;
        h->invariant = NULL;
        h->joins = 0;
    }
    if (back) {
        s->visits += 1;
        s->guessed &= (uint8_t)~GUESSED_DATA;
    }
    if (an->graph->rpo_index[to.i] < w->lowest)
        w->lowest = an->graph->rpo_index[to.i];
    state_list_add(&w->waiting[to.i], s);
}

typedef struct Pair {
    uint32_t a, b; /* a < b */
} Pair;

/* The two of n states that a join changes least: the newest and one that agrees with it on what is
 * gone; else older ones that agree; else the newest and any. Of what never comes back, any two that
 * agree. */
static Pair closest_pair(const Analysis *an, State *const *kept, const uint64_t *ended, uint32_t n)
{
    Pair best = {0, n - 1};
    uint32_t distance = UINT32_MAX;
    bool all = never_comes_back(an);
    for (int agree = 1; agree >= 0 && distance == UINT32_MAX; agree--)
        for (uint32_t b = n; b-- > (agree ? 1 : n - 1) && (distance == UINT32_MAX || all);)
            for (uint32_t a = 0; a < b; a++) {
                if (agree && ended[a] != ended[b])
                    continue;
                uint32_t d = state_distance(an, kept[a], kept[b], distance);
                if (d < distance)
                    distance = d, best = (Pair){a, b};
            }
    return best;
}

/* `from` is of no use afterwards. */
static void join_states(Analysis *an, State *into, State *from)
{
    if (an->safe)
        safe_align(an, into, from);
    state_join(an, into, from);
    if (an->safe)
        state_tidy(an, into);
}

/* Makes one state of those with equal memory, and of the closest ones past the bound. */
static void thin_out(Analysis *an, StateList *l)
{
    State *kept[MAX_STATES + 1];
    uint64_t ended[MAX_STATES + 1];
    uint32_t n = 0;
    if (l->count == 1) {
        state_tidy(an, l->first);
        return;
    }
    for (State *s = l->first, *next; s; s = next) {
        next = s->next;
        state_tidy(an, s);
        s->hash = state_hash(an, s);
        uint32_t i = 0;
        while (i < n && !(kept[i]->hash == s->hash && state_equal(an, kept[i], s)))
            i++;
        if (i < n) {
            state_merge_equal(an, kept[i], s);
            state_drop(an, s);
            continue;
        }
        ended[n] = state_ended(s);
        kept[n++] = s;
        if (n <= most_states(an))
            continue;
        Pair p = closest_pair(an, kept, ended, n);
        an->steps += 4 + (s->cell_count + s->region_count) / 2;
        an->result->coarse = true;
        join_states(an, kept[p.a], kept[p.b]);
        state_drop(an, kept[p.b]);
        kept[p.a]->hash = state_hash(an, kept[p.a]);
        ended[p.a] = state_ended(kept[p.a]);
        n--;
        kept[p.b] = kept[n];
        ended[p.b] = ended[n];
    }
    *l = (StateList){0};
    for (uint32_t i = 0; i < n; i++)
        state_list_add(l, kept[i]);
}

/* What the invariant knew of numbers and `now` knows less of is dropped, so that the rounds end: a
 * bound of 0 is tried first. True: there was such a thing. */
static bool loosen(Analysis *an, const State *invariant, State *now, uint32_t joins)
{
    bool changed = false;
    for (uint32_t i = 0; i < invariant->fact_count; i++) {
        const Fact *old = &invariant->facts[i];
        const Fact *f = fact_find(now, old->sym);
        Interval all = interval_of_type(sym_info(an, old->sym)->type);
        if (f && f->lo >= old->lo && f->hi <= old->hi)
            continue;
        if (!f && old->lo <= all.lo && old->hi >= all.hi)
            continue;
        changed = true;
        if (!f)
            continue;
        Fact wide = *f;
        if (f->lo < old->lo)
            wide.lo = f->lo >= 0 && old->lo > 0 ? 0 : all.lo;
        if (f->hi > old->hi)
            wide.hi = f->hi <= 0 && old->hi < 0 ? 0 : all.hi;
        state_put_fact(an, now, &wide);
    }
    uint32_t w = 0;
    for (uint32_t i = 0; i < now->diff_count; i++) {
        const Diff *d = &now->diffs[i];
        i128 old = state_diff(an, invariant, d->a, d->b);
        /* what is new may be known of names that are new; later on it only comes and goes */
        bool is_new = d->most < old && an->safe && joins > SETTLED_JOINS;
        if (d->most <= old && !is_new)
            now->diffs[w++] = *d;
    }
    now->diff_count = w;
    for (uint32_t i = 0; i < invariant->diff_count && !changed; i++) {
        const Diff *old = &invariant->diffs[i];
        changed = state_diff(an, now, old->a, old->b) > old->most;
    }
    return changed;
}

/* At a head after its exact rounds: all that arrives becomes part of the invariant. */
static void widen_at(Work *w, uint32_t b, StateList *l)
{
    Analysis *an = w->an;
    HeadInfo *h = &w->heads[b];
    /* at level safe rather nothing is said than what less effort could not prove */
    bool late = !an->safe && an->steps > an->engine->budget / 2;
    uint32_t exact = h->decided ? (late || an->safe ? LATE_ROUNDS : DECIDED_ROUNDS)
                     : late     ? 0
                                : EXACT_ROUNDS;
    if (h->rounds++ <= exact || !l->first)
        return;
    State *all = l->first;
    for (State *s = all->next, *next; s; s = next) {
        next = s->next;
        join_states(an, all, s);
        state_drop(an, s);
    }
    *l = (StateList){0};
    if (h->invariant) {
        uint64_t before = state_hash(an, h->invariant);
        State *now = state_copy(an, h->invariant);
        join_states(an, now, all);
        bool same = state_hash(an, now) == before && state_equal(an, now, h->invariant);
        same = !loosen(an, h->invariant, now, h->joins) && same;
        state_drop(an, all);
        if (same) {
            state_drop(an, now);
            return;
        }
        /* it does not settle: rather nothing is known of the function than something wrong */
        if (++h->joins > JOIN_ROUNDS) {
            an->steps = an->engine->budget + 1;
            return;
        }
        all = now;
    }
    h->invariant = state_copy(an, all);
    state_list_add(l, all);
}

static void dump_states(Analysis *an, uint32_t b, const StateList *l)
{
    const Engine *e = an->engine;
    Text *out = engine_states_text(an);
    if (!out || (e->dump_only && strcmp(NAME_TEXT(an->fn->sym->name), e->dump_only) != 0))
        return;
    text_addf(out, "%s bb%u: %u state%s\n", NAME_TEXT(an->fn->sym->name), b, l->count,
              l->count == 1 ? "" : "s");
    for (const State *s = l->first; s; s = s->next)
        state_print(an, s, out);
}

/* The lowest block with waiting states; but a loop's next round waits for all ways through this
 * one (Bourdoncle, "Efficient chaotic iteration strategies with widenings", 1993). */
static uint32_t next_block(Work *w)
{
    const MirGraph *g = w->an->graph;
    uint32_t i = w->lowest;
    while (i < g->block_count && !w->waiting[g->rpo[i].i].first)
        i++;
    w->lowest = i;
    while (i < g->block_count && g->loop_head[g->rpo[i].i] && w->heads[g->rpo[i].i].rounds) {
        const Loop *l = loop_at(w->an, g->rpo[i].i);
        uint32_t next = i + 1;
        while (l && next < g->block_count &&
               !(w->waiting[g->rpo[next].i].first && bitset_has(l->body, g->rpo[next].i)))
            next++;
        if (!l || next == g->block_count)
            break;
        i = next;
    }
    return i;
}

static bool run_function(Work *w)
{
    Analysis *an = w->an;
    const MirGraph *g = an->graph;
    for (;;) {
        uint32_t i = next_block(w);
        if (an->steps > an->most_steps || arena_bytes(an->arena) > MEMORY_BUDGET)
            return false;
        if (i == g->block_count)
            return true;
        uint32_t b = g->rpo[i].i;
        an->block = b;
        an->inst = NULL;
        StateList l = w->waiting[b];
        w->waiting[b] = (StateList){0};
        for (State *s = l.first; s; s = s->next) {
            if (an->safe && g->loop_head[b])
                safe_fold(an, s);
            state_rename_joined(an, s, b);
        }
        thin_out(an, &l);
        if (g->loop_head[b])
            widen_at(w, b, &l);
        dump_states(an, b, &l);
        for (State *s = l.first, *next; s; s = next) {
            next = s->next;
            StateList after;
            run_block(an, &an->fn->blocks.data[b], s, &after);
            for (State *t = after.first, *tnext; t; t = tnext) {
                tnext = t->next;
                eval_term(w, t, b);
            }
        }
    }
}

static void analyse(Engine *e, Arena *arena, Arena *scratch, FunctionResult *r)
{
    const MirFunction *fn = r->fn;
    Analysis *an = ARENA_NEW(arena, Analysis);
    an->arena = arena;
    an->scratch = scratch;
    an->fn = fn;
    an->engine = e;
    an->result = r;
    an->entered = r->entered;
    an->most_steps = engine_most_steps(e, r);
    an->graph = mir_graph(arena, fn);
    VEC_PUSH(arena, &an->syms, (SymInfo){0});
    VEC_PUSH(arena, &an->regions, (RegionInfo){0});
    VEC_PUSH(arena, &an->events, (Event){0});
    map_init(&an->sym_cons, arena);
    map_init(&an->region_of_symbol, arena);
    map_init(&an->entry_cons, arena);
    map_init(&an->fresh_cons, arena);
    map_init(&an->reported, arena);
    if (r->safe) {
        an->safe = ARENA_NEW(arena, struct Safe);
        an->safe->contract = engine_contract(e, fn->sym);
    }
    find_last_uses(an);
    engine_find_flags(an);
    engine_find_loops(an);
    find_ways_back(an);
    an->joined = ARENA_ARRAY(arena, SymList, fn->blocks.len);
    Work w = {.an = an};
    w.waiting = ARENA_ARRAY(arena, StateList, fn->blocks.len);
    w.heads = ARENA_ARRAY(arena, HeadInfo, fn->blocks.len);
    state_list_add(&w.waiting[0], entry_state(an));
    bool complete = run_function(&w);
    r->steps += an->steps;
    r->gave_up = !complete;
    if (complete && !r->entered && !r->safe)
        summary_finish(an);
    else
        r->summary = NULL;
    if (!complete && r->safe)
        safe_gave_up(an);
}

/* The memory of one analysis, handed on to the next: fresh pages cost more than cleared ones. */
enum { MOST_SPARE = 4, WORKSPACE_KEPT = 8 << 20, SCRATCH_KEPT = 1 << 20 };
struct Workspace {
    Arena *arena, *scratch;
    Workspace *next;
    uint32_t count; /* with those behind it */
};

static Workspace *workspace_take(Engine *e)
{
    Workspace *w = e->spare;
    if (w) {
        e->spare = w->next;
        return w;
    }
    w = ARENA_NEW(e->arena, Workspace);
    w->arena = arena_new();
    w->scratch = arena_new();
    arena_keep(w->arena, WORKSPACE_KEPT);
    arena_reserve(w->scratch, SCRATCH_KEPT);
    return w;
}

static void workspace_give_back(Engine *e, Workspace *w)
{
    w->count = e->spare ? e->spare->count + 1 : 1;
    if (w->count > MOST_SPARE) {
        arena_destroy(w->arena);
        arena_destroy(w->scratch);
        return;
    }
    arena_reset(w->arena);
    arena_reset(w->scratch);
    w->next = e->spare;
    e->spare = w;
}

void engine_end(Engine *e)
{
    for (Workspace *w = e->spare; w; w = w->next) {
        arena_destroy(w->arena);
        arena_destroy(w->scratch);
    }
    e->spare = NULL;
}

static void analyse_guarded(Engine *e, FunctionResult *r, Workspace *w)
{
    ArenaTrap trap;
    if (arena_try(&trap, w->arena)) {
        analyse(e, w->arena, w->scratch, r);
    } else {
        r->summary = NULL;
        r->broken = true;
        diag_trouble(e->program->diag, true, "%s: in the analysis of `%s`: %s",
                     place_text(e->arena, r->fn->unit, r->fn->locals.data[0].span),
                     NAME_TEXT(r->fn->sym->name), trap.message);
    }
    arena_end_try(&trap);
}

void engine_analyse(Engine *e, FunctionResult *r)
{
    Workspace *w = workspace_take(e);
    uint64_t start = os_now_ns(), before = e->spent_ns;
    r->may_not_return = false;
    r->coarse = false;
    analyse_guarded(e, r, w);
    r->building = NULL;
    workspace_give_back(e, w);
    uint64_t own = os_now_ns() - start - (e->spent_ns - before);
    e->spent_ns += own;
    if (own > e->slowest_ns)
        e->slowest_ns = own, e->slowest = r->fn;
}

FunctionResult *engine_function(Engine *e, const MirFunction *fn)
{
    FunctionResult *r = map_get_ptr(&e->results, MAP_KEY_PTR(fn));
    if (r) {
        if (r->cycle && !r->done)
            cycle_analyse(e, r->cycle);
        return r;
    }
    r = ARENA_NEW(e->arena, FunctionResult);
    r->fn = fn;
    map_put(&e->results, MAP_KEY_PTR(fn), (uintptr_t)r);
    engine_analyse(e, r);
    engine_finished(e, r);
    return r;
}
