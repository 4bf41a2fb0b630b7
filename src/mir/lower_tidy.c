/* mir/lower_tidy.c - the last step of lowering: a graph without debris.
 *
 * In: blocks as they came, some of which nothing leads to, some empty. Out: the same function with
 * jumps to empty blocks led on to where they go, straight lines joined to one block, dead blocks
 * gone, and numbers in reverse post-order, which for structured code is the order of the source.
 *
 *     bb0: goto bb3    bb1: return (dead)    bb3: goto bb4    bb4: x      ->      bb0: x
 *
 * Blocks whose label's address was taken stay as they are: a value designates them. */
#include "mir/lower_internal.h"

typedef struct Tidy {
    Lower *l;
    uint32_t n;
    bool *taken;     /* by block: its label's address was taken */
    uint32_t *preds; /* edges from reachable blocks; merged blocks keep their count */
    uint32_t *order; /* reachable blocks in reverse post-order */
    uint32_t order_count;
    uint32_t *number; /* old id -> new id, ID_NONE when gone */
} Tidy;

static Block *block(Tidy *t, uint32_t i)
{
    return &t->l->f->blocks.data[i];
}

/* Calls fn for each target of the terminator, in order. */
typedef void TargetFn(Tidy *t, BlockId *target, bool *implicit);
static void each_target(Tidy *t, Term *m, TargetFn *fn)
{
    switch ((TermKind)m->kind) {
    case TERM_GOTO: fn(t, &m->then, &m->implicit); break;
    case TERM_BRANCH:
        fn(t, &m->then, NULL);
        fn(t, &m->other, NULL);
        break;
    case TERM_SWITCH:
        for (uint32_t i = 0; i < m->case_count; i++)
            fn(t, &m->cases[i].target, NULL);
        fn(t, &m->other, NULL);
        break;
    case TERM_ASM_GOTO:
        fn(t, &m->then, NULL);
        for (uint32_t i = 0; i < m->target_count; i++)
            fn(t, &m->targets[i], NULL);
        break;
    case TERM_GOTO_COMPUTED:
        for (uint32_t i = 0; i < m->target_count; i++)
            fn(t, &m->targets[i], NULL);
        break;
    case TERM_NONE:
    case TERM_RETURN:
    case TERM_UNREACHABLE: break;
    }
}

static bool is_empty(Tidy *t, uint32_t i)
{
    Block *b = block(t, i);
    return i != 0 && !b->insts.len && b->term.kind == TERM_GOTO && !t->taken[i];
}

static void thread(Tidy *t, BlockId *target, bool *implicit)
{
    uint32_t steps = 0, i = target->i;
    bool loop = false;
    while (is_empty(t, i) && steps++ < 64) {
        loop |= block(t, i)->term.implicit;
        i = block(t, i)->term.then.i;
    }
    if (is_empty(t, i))
        return; /* for (;;); */
    target->i = i;
    if (implicit)
        *implicit |= loop;
}

static void count_pred(Tidy *t, BlockId *target, bool *implicit)
{
    (void)implicit;
    t->preds[target->i]++;
}

static void renumber(Tidy *t, BlockId *target, bool *implicit)
{
    (void)implicit;
    target->i = t->number[target->i];
}

/* Depth first with a stack of its own. Successors are visited last to first, so that in reverse
 * post-order the first comes first. */
static void find_order(Tidy *t)
{
    typedef struct Visit {
        uint32_t block, next;
        BlockId *succ;
    } Visit;
    Arena *a = t->l->arena;
    VEC(Visit) stack = {0};
    bool *seen = ARENA_ARRAY(a, bool, t->n);
    uint32_t *post = ARENA_ARRAY(a, uint32_t, t->n), count = 0;
    uint32_t start = 0;
    for (;;) {
        if (start != ID_NONE) {
            Term *m = &block(t, start)->term;
            uint32_t n = mir_successors(m, NULL, 0);
            Visit v = {start, n, ARENA_ARRAY(a, BlockId, n)};
            mir_successors(m, v.succ, n);
            seen[start] = true;
            VEC_PUSH(a, &stack, v);
            start = ID_NONE;
        }
        if (!stack.len)
            break;
        Visit *top = &VEC_LAST(&stack);
        if (top->next) {
            uint32_t s = top->succ[--top->next].i;
            if (!seen[s])
                start = s;
        } else {
            post[count++] = top->block;
            stack.len--;
        }
    }
    t->order = ARENA_ARRAY(a, uint32_t, count);
    t->order_count = count;
    for (uint32_t i = 0; i < count; i++)
        t->order[i] = post[count - 1 - i];
}

/* if (DEBUG) print(rc): the program as written reads rc, though this one does not. */
static void note_dead_reads(Tidy *t)
{
    MirFunction *f = t->l->f;
    bool *reached = ARENA_ARRAY(t->l->arena, bool, t->n);
    for (uint32_t i = 0; i < t->order_count; i++)
        reached[t->order[i]] = true;
    for (uint32_t b = 0; b < t->n; b++)
        for (uint32_t i = 0; !reached[b] && i < block(t, b)->insts.len; i++) {
            const Inst *in = &block(t, b)->insts.data[i];
            const Place *p = in->op == INST_LOAD ? mir_place(f, in->a) : NULL;
            if (p && p->base == PLACE_LOCAL)
                f->locals.data[p->local.i].discarded = true;
        }
}

/* Can b be joined with the block that it leads to? */
static bool can_merge(Tidy *t, uint32_t i)
{
    const Block *b = block(t, i);
    uint32_t s = b->term.then.i;
    if (b->term.kind != TERM_GOTO || s == 0 || s == i || t->preds[s] != 1 || t->taken[s])
        return false;
    const Block *next = block(t, s);
    bool both = b->insts.len && (next->insts.len || next->term.kind != TERM_GOTO);
    return b->unsafe == next->unsafe || !both;
}

/* Joins b with the blocks that only it leads to, one after the other. */
static void merge(Tidy *t, uint32_t i)
{
    Arena *a = t->l->arena;
    VEC(uint32_t) parts = {0};
    Block *b = block(t, i);
    uint32_t count = b->insts.len;
    Inst *first = b->insts.data;
    for (; can_merge(t, i); b->insts.len = count) {
        uint32_t s = b->term.then.i;
        const Block *next = block(t, s);
        if (!count)
            b->unsafe = next->unsafe;
        count += next->insts.len;
        b->term = next->term;
        t->preds[s] = 0; /* gone */
        VEC_PUSH(a, &parts, s);
    }
    if (!parts.len)
        return;
    b->insts.data = ARENA_ARRAY(a, Inst, count);
    b->insts.cap = count;
    uint32_t at = count;
    for (uint32_t k = parts.len; k-- > 0;) {
        const Block *next = block(t, parts.data[k]);
        at -= next->insts.len;
        if (next->insts.len)
            memcpy(b->insts.data + at, next->insts.data, next->insts.len * sizeof *first);
    }
    if (at)
        memcpy(b->insts.data, first, at * sizeof *first);
}

static void patch_operand(Tidy *t, Operand *o)
{
    if (o->kind != OPERAND_BLOCK)
        return;
    o->index = t->number[o->index];
    if (o->index == ID_NONE)
        o->kind = OPERAND_UNDEF; /* a label that can't be reached */
}

static void patch(Tidy *t, Block *b)
{
    for (uint32_t i = 0; i < b->insts.len; i++) {
        Inst *in = &b->insts.data[i];
        patch_operand(t, &in->x);
        patch_operand(t, &in->y);
        for (uint32_t k = 0; k < in->arg_count; k++)
            patch_operand(t, &in->args[k]);
    }
    patch_operand(t, &b->term.x);
    each_target(t, &b->term, renumber);
    t->l->f->inst_count += b->insts.len;
}

void lower_finish(Lower *l)
{
    MirFunction *f = l->f;
    uint32_t n = f->blocks.len;
    Tidy tidy = {.l = l, .n = n}, *t = &tidy;
    t->taken = ARENA_ARRAY(l->arena, bool, n);
    t->preds = ARENA_ARRAY(l->arena, uint32_t, n);
    t->number = ARENA_ARRAY(l->arena, uint32_t, n);
    for (uint32_t i = 0; i < l->address_taken.len; i++)
        t->taken[l->address_taken.data[i]->block.i] = true;
    for (uint32_t i = 0; i < n; i++) {
        if (block(t, i)->term.kind == TERM_NONE) /* left open: nothing leads there */
            block(t, i)->term = (Term){
                .kind = TERM_UNREACHABLE, .then = NO_BLOCK, .other = NO_BLOCK, .span = f->end};
    }
    for (uint32_t i = 0; i < n; i++)
        each_target(t, &block(t, i)->term, thread);
    find_order(t);
    note_dead_reads(t);
    for (uint32_t i = 0; i < t->order_count; i++)
        each_target(t, &block(t, t->order[i])->term, count_pred);
    for (uint32_t i = 0; i < t->order_count; i++) {
        uint32_t b = t->order[i];
        if (b == 0 || t->preds[b])
            merge(t, b);
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++)
        t->number[i] = ID_NONE;
    for (uint32_t i = 0; i < t->order_count; i++) {
        uint32_t b = t->order[i];
        if (b == 0 || t->preds[b])
            t->number[b] = count++;
    }
    Block *blocks = ARENA_ARRAY(l->arena, Block, count);
    for (uint32_t i = 0; i < t->order_count; i++) {
        uint32_t b = t->order[i];
        if (t->number[b] == ID_NONE)
            continue;
        patch(t, block(t, b));
        blocks[t->number[b]] = *block(t, b);
    }
    for (uint32_t i = 0; i < l->address_taken.len; i++) {
        const MirLabel *label = l->address_taken.data[i];
        MirLabelValue v = {label->name, {t->number[label->block.i]}};
        if (v.block.i != ID_NONE)
            VEC_PUSH(l->arena, &f->labels, v);
    }
    f->blocks.data = blocks;
    f->blocks.len = f->blocks.cap = count;
}
