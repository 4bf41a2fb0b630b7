/* engine/recursion.c - functions that call each other in a cycle, analysed together.
 *
 *     static void free_tree(struct node *t)
 *     {
 *         if (!t) return;                  round 1: a call does not return; null: nothing
 *         free_tree(t->left);              round 2: left null; *t freed
 *         free_tree(t->right);             round 3: left null, or *left freed; *t freed
 *         free(t);                         round 4: the same: so it is
 *     }
 *
 * The cycles are the strongly connected components of the call graph (Tarjan 1972), of the calls
 * that name their function. One is analysed when the first of its functions is called from outside:
 * callees first, each function again as long as a summary that it used has changed since. What is
 * found deep in the arguments is folded (engine/fold.c), or this would not end. What a function's
 * last analysis had to report is right, for it used what its callees are known by in the end; what
 * those before said is dropped.
 *
 * A call is unknown code, as before there were rounds, when its function does not settle within
 * them, when its rounds together take more steps than one function may, and when no round has found
 * a way on which it returns. Once a function is given up that others have rested on, hardly a cycle
 * settles: the rounds end there, and all calls within are of unknown code, those of small functions
 * apart, which are analysed ahead of the others. */
#include "engine/engine.h"

#define MAX_ROUNDS 6
#define LATE_ROUNDS 2 /* more of them, after functions were given up */
#define SMALL_PART 20 /* of the budget, in all rounds: a small function */

struct Held {
    VEC(void *) told;
    Text states;
};

typedef struct Member {
    FunctionResult *result;
    uint64_t hash;         /* of its summary */
    bool dirty;            /* a summary that it used has changed */
    bool opaque;           /* calls of it, within the cycle, are unknown code */
    bool looked_at;        /* ahead of the others: its summary rests on no round */
    VEC(uint32_t) used_by; /* members whose last analysis called it */
} Member;

struct Component {
    Arena *arena;        /* while it is being analysed */
    VEC(Member) members; /* callees first */
    Map numbers;         /* that stand in them */
    bool running;
    bool failed;        /* a function was given up that others rested on */
    uint32_t iterating; /* ordinal + 1 of the member that is being analysed; 0: none */
};

/* ---- what is held back ----------------------------------------------------------------------- */
/* The same place in the same function, as it is called from elsewhere? */
static bool was_told(Engine *e, FunctionResult *r, const Violation *v)
{
    uint64_t key = hash_mix(hash_mix(MAP_KEY_PTR(r->fn), v->kind), v->span.begin);
    uintptr_t yes;
    if (r->held && !r->bound)
        return false; /* perhaps it is taken back */
    if (map_get(&e->told, key, &yes) && (FunctionResult *)yes != r)
        return true;
    if (bound_to_constants(r)) {
        r->unfit = true;
        return true;
    }
    map_put(&e->told, key, (uintptr_t)r);
    return false;
}

void engine_report(Analysis *an, const Violation *v)
{
    Engine *e = an->engine;
    Component *c = an->result->cycle;
    Held *held = an->result->held;
    bool held_to_more = an->fn->source && an->fn->source->safe && !an->safe;
    if (held_to_more || was_told(e, an->result, v) || !e->tell)
        return;
    void *told = e->tell(e->ctx, held ? c->arena : an->arena, an, v);
    if (told && held)
        VEC_PUSH(c->arena, &held->told, told);
    else if (told)
        e->report(e->ctx, an->fn->unit, told);
}

Text *engine_states_text(Analysis *an)
{
    Held *held = an->result->held;
    return held && an->engine->states ? &held->states : an->engine->states;
}

static void hold(Component *c, FunctionResult *r)
{
    if (!r->held)
        r->held = ARENA_NEW(c->arena, Held);
    *r->held = (Held){0};
    text_init(&r->held->states, c->arena);
}

static void let_go(Engine *e, FunctionResult *r)
{
    const Held *held = r->held;
    for (uint32_t i = 0; held && i < held->told.len; i++)
        e->report(e->ctx, r->fn->unit, held->told.data[i]);
    if (held && e->states && held->states.len)
        text_add(e->states, held->states.data);
    r->held = NULL;
}

void engine_finished(Engine *e, FunctionResult *r)
{
    r->done = true;
    e->functions++;
    if (r->gave_up && !r->bound)
        VEC_PUSH(e->program->arena, &e->program->cut_short, r->fn);
}

/* ---- calls within a cycle -------------------------------------------------------------------- */
static void note_use(Component *c, Member *used)
{
    uint32_t by = c->iterating - 1;
    for (uint32_t i = 0; i < used->used_by.len; i++)
        if (used->used_by.data[i] == by)
            return;
    VEC_PUSH(c->arena, &used->used_by, by);
}

uint64_t engine_most_steps(const Engine *e, const FunctionResult *r)
{
    if (!r->held)
        return e->budget;
    return r->steps < e->budget ? (e->budget - r->steps) / 2 : 0;
}

CallKnown engine_call_known(Analysis *an, FunctionResult *r)
{
    Component *c = r->cycle;
    if (r->done)
        return r->summary ? CALL_BY_SUMMARY : CALL_UNKNOWN;
    if (!c || an->result->cycle != c)
        return CALL_UNKNOWN;
    Member *m = &c->members.data[r->in_cycle];
    if (m->looked_at && r->summary)
        return CALL_BY_SUMMARY;
    if (m->opaque || !c->iterating)
        return CALL_UNKNOWN;
    note_use(c, m);
    return r->summary ? CALL_WITHIN : CALL_NO_RETURN;
}

static int64_t operand_number(const Operand *o)
{
    return (int64_t)(uint64_t)type_wrap(o->type, (u128)(i128)(int64_t)o->u.bits);
}

static void note_number(Component *c, const Operand *o)
{
    if (o->kind == OPERAND_INT)
        map_put(&c->numbers, hash_mix(41, (uint64_t)operand_number(o)), 1);
}

static void note_numbers(Component *c, const MirFunction *fn)
{
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            note_number(c, &in->x);
            note_number(c, &in->y);
            for (uint32_t k = 0; k < in->arg_count; k++)
                note_number(c, &in->args[k]);
        }
}

bool cycle_names_number(const Component *c, int64_t n)
{
    uintptr_t yes;
    return n == 0 || map_get(&c->numbers, hash_mix(41, (uint64_t)n), &yes);
}

/* ---- rounds ---------------------------------------------------------------------------------- */
static void mark_users(Component *c, const Member *m)
{
    for (uint32_t i = 0; i < m->used_by.len; i++)
        c->members.data[m->used_by.data[i]].dirty = true;
}

static void give_up_member(Component *c, Member *m)
{
    if (m->opaque)
        return;
    m->opaque = true;
    m->dirty = false;
    mark_users(c, m);
    c->failed |= m->used_by.len != 0;
}

static void analyse_member(Engine *e, Component *c, uint32_t i)
{
    Member *m = &c->members.data[i];
    FunctionResult *r = m->result;
    uint64_t before = r->steps;
    m->dirty = false;
    hold(c, r);
    c->iterating = i + 1;
    engine_analyse(e, r);
    c->iterating = 0;
    /* if the next takes as many as this one */
    bool too_much = r->steps + (r->steps - before) > e->budget;
    if (!r->summary || too_much) {
        give_up_member(c, m);
        return;
    }
    uint64_t hash = summary_hash(r);
    if (hash != m->hash)
        mark_users(c, m);
    m->hash = hash;
}

/* One round; false: nothing was left to do. */
static bool run_round(Engine *e, Component *c)
{
    bool any = false;
    for (uint32_t i = 0; i < c->members.len && !c->failed; i++) {
        if (c->members.data[i].opaque || !c->members.data[i].dirty)
            continue;
        any = true;
        analyse_member(e, c, i);
    }
    return any;
}

/* Of what no way back is known, though there is one: what comes after its calls is to be looked at
 * all the same. */
static void give_up_endless(Engine *e, Component *c)
{
    for (uint32_t i = 0; i < c->members.len; i++) {
        Member *m = &c->members.data[i];
        uintptr_t yes;
        if (!m->opaque && m->result->summary && summary_case_count(m->result->summary) == 0 &&
            !map_get(&e->no_return, MAP_KEY_PTR(m->result->fn), &yes))
            give_up_member(c, m);
    }
}

static void iterate(Engine *e, Component *c)
{
    uint32_t round = 0;
    while (round < MAX_ROUNDS && run_round(e, c))
        round++;
    for (uint32_t i = 0; i < c->members.len; i++)
        if (c->members.data[i].dirty)
            give_up_member(c, &c->members.data[i]);
    give_up_endless(e, c);
    for (round = 0; round < LATE_ROUNDS && run_round(e, c); round++)
        give_up_endless(e, c);
    bool settled = !c->failed;
    for (uint32_t i = 0; i < c->members.len; i++)
        settled &= !c->members.data[i].dirty;
    for (uint32_t i = 0; i < c->members.len && !settled; i++)
        c->members.data[i].opaque = true;
}

/* Small functions of a cycle that did not settle are analysed before the others need them, by what
 * is known without the cycle: in xmalloc -> limit -> die -> ... -> xmalloc each has a callee that
 * comes after it. */
static void look_ahead(Engine *e, Component *c)
{
    for (uint32_t i = 0; i < c->members.len; i++) {
        Member *m = &c->members.data[i];
        FunctionResult *r = m->result;
        if (!m->opaque || !r->summary || r->broken || r->steps > e->budget / SMALL_PART)
            continue;
        hold(c, r);
        engine_analyse(e, r);
        m->looked_at = true;
    }
}

void cycle_analyse(Engine *e, Component *c)
{
    if (c->running)
        return;
    c->running = true;
    c->arena = arena_new();
    for (uint32_t i = 0; i < c->members.len; i++)
        c->members.data[i].dirty = true;
    map_init(&c->numbers, c->arena);
    for (uint32_t i = 0; i < c->members.len; i++)
        note_numbers(c, c->members.data[i].result->fn);
    iterate(e, c);
    for (uint32_t i = 0; i < c->members.len; i++) {
        FunctionResult *r = c->members.data[i].result;
        if (c->members.data[i].opaque)
            continue;
        let_go(e, r);
        engine_finished(e, r);
    }
    look_ahead(e, c);
    /* the others once more, each by what is known of those before it, and of the small ones */
    for (uint32_t i = 0; i < c->members.len; i++) {
        FunctionResult *r = c->members.data[i].result;
        if (!c->members.data[i].opaque)
            continue;
        r->held = NULL;
        if (!r->broken)
            engine_analyse(e, r);
        engine_finished(e, r);
    }
    arena_destroy(c->arena);
}

/* ---- the cycles of the call graph ------------------------------------------------------------ */
typedef struct Node {
    const MirFunction *fn;
    uint32_t index, low; /* index 0: not visited yet */
    bool on_stack, calls_itself;
    uint32_t block, inst; /* where its calls are being looked for */
} Node;

typedef struct Search {
    Engine *e;
    Arena *scratch;
    Node *nodes;
    Map node_of;             /* MirFunction * -> position in nodes + 1 */
    uint32_t *path, depth;   /* the functions being visited, each called by the one before */
    uint32_t *stack, height; /* visited, and perhaps in a cycle with what comes yet */
    uint32_t visited;
} Search;

Component *cycle_of_one(Engine *e, FunctionResult *r)
{
    Component *c = ARENA_NEW(e->arena, Component);
    Member m = {.result = r};
    VEC_PUSH(e->arena, &c->members, m);
    r->cycle = c;
    return c;
}

static Node *next_callee(Search *w, Node *n)
{
    for (; n->block < n->fn->blocks.len; n->block++, n->inst = 0) {
        const Block *b = &n->fn->blocks.data[n->block];
        while (n->inst < b->insts.len) {
            const Inst *in = &b->insts.data[n->inst++];
            if (in->op != INST_CALL || in->x.kind != OPERAND_GLOBAL)
                continue;
            const MirFunction *callee = engine_definition(w->e, in->x.sym);
            uintptr_t at;
            if (callee && map_get(&w->node_of, MAP_KEY_PTR(callee), &at))
                return &w->nodes[at - 1];
        }
    }
    return NULL;
}

static void enter(Search *w, Node *n)
{
    n->index = n->low = ++w->visited;
    n->on_stack = true;
    w->stack[w->height++] = (uint32_t)(n - w->nodes);
    w->path[w->depth++] = (uint32_t)(n - w->nodes);
}

/* All functions on the stack from n on are a component; kept when that is a cycle. The one that was
 * finished last was entered first: callees first is from the top of the stack. */
static void close_component(Search *w, const Node *n)
{
    uint32_t first = w->height;
    while (w->stack[--first] != (uint32_t)(n - w->nodes))
        w->nodes[w->stack[first]].on_stack = false;
    w->nodes[w->stack[first]].on_stack = false;
    uint32_t count = w->height - first;
    w->height = first;
    if (count == 1 && !n->calls_itself)
        return;
    Component *c = ARENA_NEW(w->e->arena, Component);
    for (uint32_t i = first + count; i-- > first;) {
        FunctionResult *r = ARENA_NEW(w->e->arena, FunctionResult);
        r->fn = w->nodes[w->stack[i]].fn;
        r->cycle = c;
        r->in_cycle = c->members.len;
        map_put(&w->e->results, MAP_KEY_PTR(r->fn), (uintptr_t)r);
        Member m = {.result = r};
        VEC_PUSH(w->e->arena, &c->members, m);
    }
}

static void visit(Search *w, Node *root)
{
    enter(w, root);
    while (w->depth) {
        Node *n = &w->nodes[w->path[w->depth - 1]];
        Node *to = next_callee(w, n);
        if (!to) {
            w->depth--;
            if (n->low == n->index)
                close_component(w, n);
            if (w->depth && w->nodes[w->path[w->depth - 1]].low > n->low)
                w->nodes[w->path[w->depth - 1]].low = n->low;
            continue;
        }
        n->calls_itself |= to == n;
        if (!to->index)
            enter(w, to);
        else if (to->on_stack && to->index < n->low)
            n->low = to->index;
    }
}

void engine_find_cycles(Engine *e)
{
    Search w = {.e = e, .scratch = arena_new()};
    uint32_t count = 0;
    for (uint32_t u = 0; u < e->program->unit_count; u++)
        count += e->program->units[u].function_count;
    w.nodes = ARENA_ARRAY(w.scratch, Node, count + 1);
    w.path = ARENA_ARRAY(w.scratch, uint32_t, count + 1);
    w.stack = ARENA_ARRAY(w.scratch, uint32_t, count + 1);
    map_init(&w.node_of, w.scratch);
    uint32_t n = 0;
    for (uint32_t u = 0; u < e->program->unit_count; u++)
        for (uint32_t i = 0; i < e->program->units[u].function_count; i++) {
            const MirFunction *fn = e->program->units[u].functions[i];
            if (!fn)
                continue;
            w.nodes[n].fn = fn;
            map_put(&w.node_of, MAP_KEY_PTR(fn), ++n);
        }
    for (uint32_t i = 0; i < n; i++)
        if (!w.nodes[i].index)
            visit(&w, &w.nodes[i]);
    arena_destroy(w.scratch);
}
