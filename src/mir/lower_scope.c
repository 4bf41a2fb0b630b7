/* mir/lower_scope.c - what is alive where: LIVE, DEAD, cleanup calls, labels and gotos.
 *
 * The one idea: the variables alive at a program point form a persistent list, youngest first.
 * Leaving a block, `break`, `return` and `goto` are then the same thing: the walk from the list
 * here to the list there. What is on the way down to the common elder ends (its cleanup function
 * is called, then DEAD); what is on the way up begins uninitialised (LIVE).
 *
 *     {   int a;                        live: a
 *         {   int b; goto out; }        live: b -> a     goto: dead b, (a lives on)
 *         int c;                        live: c -> a
 *     out: ;                            live: c -> a     ... so the goto also says: live c
 *     }                                 end:  dead c, dead a
 *
 * The lifetime of an automatic variable begins with its block (C23 6.2.4p6), but its value is
 * indeterminate until the declaration is reached, each time anew: LIVE at the declaration says
 * just that. */
#include "mir/lower_internal.h"

void lower_live_push(Lower *l, LocalId local)
{
    LiveNode *n = ARENA_NEW(l->arena, LiveNode);
    n->elder = l->live;
    n->local = local;
    n->length = (l->live ? l->live->length : 0) + 1;
    l->live = n;
}

void lower_live(Lower *l, LocalId local, Span span)
{
    lower_emit(l, INST_LIVE, span)->dst = local;
    lower_live_push(l, local);
}

LiveNode *lower_common(LiveNode *a, LiveNode *b)
{
    while (a != b) {
        if (!b || (a && a->length > b->length))
            a = a->elder;
        else if (!a || b->length > a->length)
            b = b->elder;
        else {
            a = a->elder;
            b = b->elder;
        }
    }
    return a;
}

/* __attribute__((cleanup(f))): f(&variable), as written by nobody. */
static void cleanup_call(Lower *l, LocalId local, Span span)
{
    const Local *loc = mir_local(l->f, local);
    Symbol *sym = loc->sym;
    const Attr *a = sym ? attr_find(sym->attrs, ATTR_CLEANUP) : NULL;
    if (!a || !a->arg_count || a->args[0]->kind != EXPR_IDENT)
        return;
    Symbol *fn = a->args[0]->u.ident.sym;
    for (uint32_t i = 0; !fn && i < l->unit->globals.len; i++) {
        Symbol *g = l->unit->globals.data[i];
        if (g->name == a->args[0]->u.ident.name)
            fn = g;
    }
    if (!fn || fn->type->kind != TYPE_FUNCTION)
        return;
    PlaceId p = lower_local_place(l, local, loc->span);
    Operand *args = ARENA_NEW(l->arena, Operand);
    args[0] = lower_address(l, p, type_pointer(l->unit->types, loc->type), span);
    const Type *result = fn->type->elem;
    LocalId dst = NO_LOCAL;
    if (!type_is_void(result) && !lower_is_aggregate(result))
        dst = lower_temp(l, result, span);
    Inst *in = lower_emit(l, INST_CALL, span);
    in->x = (Operand){
        .kind = OPERAND_GLOBAL, .sym = fn, .type = type_pointer(l->unit->types, fn->type)};
    in->args = args;
    in->arg_count = 1;
    in->dst = dst;
    in->type = fn->type;
    in->flags |= INST_IMPLICIT;
}

void lower_leave(Lower *l, LiveNode *from, LiveNode *to, Span span)
{
    for (LiveNode *n = from; n != to; n = n->elder) {
        cleanup_call(l, n->local, span);
        Inst *in = lower_emit(l, INST_DEAD, span);
        in->dst = n->local;
        in->flags |= INST_IMPLICIT;
    }
}

static void enter(Lower *l, LiveNode *elder, LiveNode *to, Span span)
{
    uint32_t n = to ? to->length - (elder ? elder->length : 0) : 0;
    LocalId *locals = ARENA_ARRAY(l->arena, LocalId, n);
    for (uint32_t i = n; to != elder; to = to->elder)
        locals[--i] = to->local;
    for (uint32_t i = 0; i < n; i++) {
        /* C23 6.8.7.2p1 forbids jumps into the scope of a VLA, so its size is not asked for. */
        Inst *in = lower_emit(l, INST_LIVE, span);
        in->dst = locals[i];
        in->flags |= INST_IMPLICIT;
    }
}

void lower_switch_state(Lower *l, LiveNode *from, LiveNode *to, Span span)
{
    LiveNode *elder = lower_common(from, to);
    lower_leave(l, from, elder, span);
    enter(l, elder, to, span);
}

void lower_jump(Lower *l, BlockId to, LiveNode *state, Span span)
{
    if (l->cur.i == ID_NONE)
        return;
    lower_switch_state(l, l->live, state, span);
    lower_goto(l, to, span);
}

void lower_scope_end(Lower *l, LiveNode *outer, Span span)
{
    if (l->cur.i != ID_NONE)
        lower_leave(l, l->live, outer, span);
    l->live = outer;
}

/* ---- aggregate temps (C23 6.2.4p8: temporary lifetime ends with the full expression) -------- */

void lower_end_temps(Lower *l, uint32_t mark, Span span)
{
    while (l->temps.len > mark) {
        LocalId t = VEC_LAST(&l->temps);
        l->temps.len--;
        if (l->cur.i == ID_NONE)
            continue;
        Inst *in = lower_emit(l, INST_DEAD, span);
        in->dst = t;
        in->flags |= INST_IMPLICIT;
    }
}

void lower_keep_temps(Lower *l, uint32_t mark)
{
    for (uint32_t i = mark; i < l->temps.len; i++)
        lower_live_push(l, l->temps.data[i]);
    l->temps.len = mark;
}

/* ---- labels --------------------------------------------------------------------------------- */

static MirLabel *new_label(Lower *l, Name name)
{
    MirLabel *label = ARENA_NEW(l->arena, MirLabel);
    label->name = name;
    label->block = lower_new_block(l);
    return label;
}

MirLabel *lower_label(Lower *l, Name name)
{
    for (MirLabel *i = l->local_labels; i; i = i->outer)
        if (i->name == name)
            return i;
    MirLabel *label = map_get_ptr(&l->labels, MAP_KEY_PTR(name));
    if (!label) {
        label = new_label(l, name);
        map_put(&l->labels, MAP_KEY_PTR(name), (uintptr_t)label);
    }
    return label;
}

void lower_declare_label(Lower *l, Name name)
{
    MirLabel *label = new_label(l, name);
    label->outer = l->local_labels;
    l->local_labels = label;
}

void lower_take_label(Lower *l, MirLabel *label)
{
    if (label->address_taken)
        return;
    label->address_taken = true;
    VEC_PUSH(l->arena, &l->address_taken, label);
}

/* ---- gotos, when all labels are known ------------------------------------------------------- */

/* The block to go to from `state` for `label`: the label's own, or a new one on the way. */
static BlockId edge_block(Lower *l, LiveNode *state, const MirLabel *label, Span span)
{
    if (state == label->state)
        return label->block;
    BlockId b = lower_new_block(l);
    l->cur = b;
    lower_switch_state(l, state, label->state, span);
    lower_goto(l, label->block, span);
    return b;
}

static void finish_goto(Lower *l, const PendingGoto *g)
{
    BlockId target = g->label->block;
    l->cur = g->from;
    if (!g->label->defined)
        BUG(l->arena, "label %s is used and not defined", g->label->name->text);
    lower_switch_state(l, g->state, g->label->state, g->span);
    lower_goto(l, target, g->span);
}

/* No label of this function has its address taken. */
static void nowhere(Lower *l, const PendingGoto *g, Operand x)
{
    l->cur = g->from;
    if (l->source->outer)
        lower_escape_computed(l, x, g->state, g->span);
    else
        lower_end(
            l,
            (Term){
                .kind = TERM_UNREACHABLE, .then = NO_BLOCK, .other = NO_BLOCK, .span = g->span});
}

static void finish_computed(Lower *l, const PendingGoto *g)
{
    uint32_t n = 0;
    LiveNode *keep = NULL;
    for (uint32_t i = 0; i < l->address_taken.len; i++) {
        MirLabel *label = l->address_taken.data[i];
        if (!label->defined)
            continue;
        LiveNode *c = lower_common(g->state, label->state);
        if (!n || (c ? c->length : 0) > (keep ? keep->length : 0))
            keep = c;
        n++;
    }
    Term t = l->f->blocks.data[g->from.i].term;
    if (!n) {
        nowhere(l, g, t.x);
        return;
    }
    /* The deaths that all targets share come before the jump. */
    l->cur = g->from;
    lower_leave(l, g->state, keep, g->span);
    lower_suspend(l);
    t.targets = ARENA_ARRAY(l->arena, BlockId, n);
    for (uint32_t i = 0; i < l->address_taken.len; i++) {
        const MirLabel *label = l->address_taken.data[i];
        if (label->defined)
            t.targets[t.target_count++] = edge_block(l, keep, label, g->span);
    }
    l->f->blocks.data[g->from.i].term = t;
}

void lower_finish_jumps(Lower *l)
{
    l->unsafe = false;
    for (uint32_t i = 0; i < l->gotos.len; i++) {
        PendingGoto g = l->gotos.data[i];
        l->unsafe = l->f->blocks.data[g.from.i].unsafe;
        if (g.label)
            finish_goto(l, &g);
        else
            finish_computed(l, &g);
    }
    for (uint32_t i = 0; i < l->asm_gotos.len; i++) {
        PendingAsm a = l->asm_gotos.data[i];
        l->unsafe = l->f->blocks.data[a.from.i].unsafe;
        Term t = l->f->blocks.data[a.from.i].term;
        for (uint32_t k = 0; k < t.target_count; k++) {
            if (!a.labels[k]) /* left the function */
                continue;
            if (!a.labels[k]->defined)
                BUG(l->arena, "asm goto to an unknown label in %s",
                    NAME_TEXT(l->source->sym->name));
            t.targets[k] = edge_block(l, a.state, a.labels[k], a.span);
        }
    }
    l->cur = NO_BLOCK;
}
