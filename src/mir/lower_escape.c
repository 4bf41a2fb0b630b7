/* mir/lower_escape.c - GNU: jumps out of nested functions to labels of the functions around them.
 *
 * Such a jump ends the nested function, and all that were called on the way, as longjmp does. MIR
 * has no edges between functions, so it is written as what an exception would be: the function
 * whose label it is has a hidden variable, set by the jump, asked for after every call.
 *
 *     int f(void)                              store __escape = 0
 *     {   __label__ out;
 *         void g(void) { goto out; }           in g: store ^__escape = 1; return
 *         g();                                 call g; _3 = load __escape;
 *         return 1;                            switch _3 { 1: bb_out, else: go on }
 *     out:                                     bb_out: store __escape = 0; goto out
 *         return 2; }
 *
 * The variable is volatile: who else may have set it meanwhile, nobody has to find out. A computed
 * goto in a nested function without labels of its own sets it to the address; in one with such
 * labels it is taken to stay inside. */
#include "mir/lower_internal.h"

static const Type *escape_type(const Lower *l)
{
    return lower_size_type(l);
}

static PlaceId escape_place(Lower *l, const Function *owner, Span span)
{
    PlaceBuilder b;
    lower_build_variable(l, owner->escape, &b, span);
    return lower_place_done(l, &b);
}

static void set_escape(Lower *l, const Function *owner, Operand v, Span span)
{
    lower_store(l, escape_place(l, owner, span), v, INST_IMPLICIT, span);
}

void lower_escape_begin(Lower *l)
{
    Symbol *sym = l->source->escape;
    if (!sym)
        return;
    Span span = {sym->loc, sym->loc};
    lower_live(l, lower_local(l, LOCAL_VAR, sym->type, sym, span), span);
    set_escape(l, l->source, lower_int(l, escape_type(l), 0), span);
}

bool lower_escape_label(const Lower *l, Name name, const Function **owner, uint32_t *number)
{
    for (const Function *f = l->source->outer; f; f = f->outer)
        for (uint32_t i = 0; i < f->escapes.len; i++)
            if (f->escapes.data[i] == name) {
                *owner = f;
                *number = i + 1;
                return true;
            }
    return false;
}

/* Ends this function; the caller has said why. */
static void leave_function(Lower *l, LiveNode *live, Span span)
{
    const Type *result = mir_local(l->f, (LocalId){0})->type;
    if (!type_is_void(result)) {
        Operand undef = {.kind = OPERAND_UNDEF, .type = result};
        lower_store(l, lower_local_place(l, (LocalId){0}, span), undef, INST_IMPLICIT, span);
    }
    lower_leave(l, live, NULL, span);
    lower_end(l, (Term){.kind = TERM_RETURN,
                        .then = NO_BLOCK,
                        .other = NO_BLOCK,
                        .span = span,
                        .implicit = true});
}

void lower_escape_goto(Lower *l, const Function *owner, uint32_t number, Span span)
{
    if (l->cur.i == ID_NONE)
        return;
    set_escape(l, owner, lower_int(l, escape_type(l), (i128)number), span);
    leave_function(l, l->live, span);
}

void lower_escape_computed(Lower *l, Operand x, LiveNode *live, Span span)
{
    Operand v = lower_convert(l, x, CONVERT_PTR_INT, escape_type(l), span);
    for (const Function *f = l->source->outer; f; f = f->outer)
        if (f->escape)
            set_escape(l, f, v, span);
    leave_function(l, live, span);
}

/* ---- after a call --------------------------------------------------------------------------- */

/* A jump to one of this function's labels has ended the call. */
static void own_labels(Lower *l, BlockId go_on, Span span)
{
    const Function *fn = l->source;
    bool computed = fn->has_computed_goto;
    Operand v = lower_load(l, escape_place(l, fn, span), escape_type(l), span);
    Term t = {.kind = TERM_SWITCH, .x = v, .then = NO_BLOCK, .other = go_on, .span = span};
    t.cases = ARENA_ARRAY(l->arena, SwitchCase, fn->escapes.len + 1);
    t.implicit = true;
    if (computed) {
        t.other = lower_new_block(l);
        t.cases[t.case_count++] = (SwitchCase){0, 0, go_on, span};
    }
    for (uint32_t i = 0; i < fn->escapes.len; i++)
        t.cases[t.case_count++] = (SwitchCase){i + 1, i + 1, lower_new_block(l), span};
    BlockId other = t.other;
    LiveNode *live = l->live;
    lower_end(l, t);
    for (uint32_t i = 0; i < fn->escapes.len; i++) {
        l->cur = t.cases[i + computed].target;
        set_escape(l, fn, lower_int(l, escape_type(l), 0), span);
        PendingGoto g = {.from = l->cur, .state = live, .span = span};
        g.label = lower_label(l, fn->escapes.data[i]);
        VEC_PUSH(l->arena, &l->gotos, g);
        lower_goto(l, g.label->block, span);
    }
    if (!computed)
        return;
    l->cur = other;
    set_escape(l, fn, lower_int(l, escape_type(l), 0), span);
    const Type *pointer = type_pointer(l->unit->types, type_basic(l->unit->types, TYPE_VOID));
    lower_goto_address(l, lower_convert(l, v, CONVERT_INT_PTR, pointer, span), span);
}

void lower_escape_check(Lower *l, bool returns, Span span)
{
    const Function *fn = l->source;
    for (const Function *f = fn; f; f = f->outer) {
        if (!f->escape)
            continue;
        BlockId next = lower_new_block(l);
        if (f == fn) {
            own_labels(l, next, span);
        } else {
            BlockId leave = lower_new_block(l);
            Operand v = lower_load(l, escape_place(l, f, span), escape_type(l), span);
            lower_end(l, (Term){.kind = TERM_BRANCH,
                                .x = v,
                                .then = leave,
                                .other = next,
                                .span = span,
                                .implicit = true});
            l->cur = leave;
            leave_function(l, l->live, span);
        }
        l->cur = next;
    }
    if (!returns)
        lower_end(
            l, (Term){.kind = TERM_UNREACHABLE, .then = NO_BLOCK, .other = NO_BLOCK, .span = span});
}

bool lower_may_escape(const Lower *l)
{
    for (const Function *f = l->source; f; f = f->outer)
        if (f->escape)
            return true;
    return false;
}
