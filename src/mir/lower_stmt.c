/* mir/lower_stmt.c - statements and local declarations.
 *
 * In: a Stmt. Out: blocks. Chains that real code makes long (else-if ladders, runs of case
 * labels) are walked in loops, not by recursion.
 *
 *     switch (x) { case 1: f();           bb0: switch x { 1: bb1, 2..3: bb2, else bb3 }
 *                  case 2 ... 3: g(); }   bb1: call f; goto bb2      (falls through)
 *                                         bb2: call g; goto bb3
 */
#include "mir/lower_internal.h"

static Span stmt_span(const Stmt *s)
{
    return (Span){s->begin, s->end};
}

/* ---- declarations --------------------------------------------------------------------------- */

static Span declarator_span(const InitDeclarator *d)
{
    Loc loc = d->sym->loc ? d->sym->loc : d->declarator->loc;
    return (Span){loc, loc};
}

static void lower_variable(Lower *l, const InitDeclarator *d, bool inferred)
{
    Symbol *sym = d->sym;
    Span span = declarator_span(d);
    if (!inferred) /* else the sizes are known from the initialiser, when that has been reached */
        lower_vla_type(l, sym->type);
    LocalId local = lower_local(l, LOCAL_VAR, sym->type, sym, span);
    if (lower_variable_size(sym->type)) {
        Operand size = lower_sizeof(l, sym->type, span);
        Inst *in = lower_emit(l, INST_VLA, span);
        in->dst = local;
        in->x = size;
        lower_live_push(l, local);
    } else {
        lower_live(l, local, span);
    }
    const Expr *init = sym->init ? sym->init : d->init;
    if (!init)
        return;
    uint32_t mark = l->temps.len;
    PlaceBuilder target;
    lower_build_local(l, local, &target, span);
    lower_init(l, &target, init);
    lower_end_temps(l, mark, span_of(init));
}

void lower_decl(Lower *l, const Decl *d)
{
    if (d->kind == DECL_LABELS) {
        for (uint32_t i = 0; i < d->label_count; i++)
            lower_declare_label(l, d->labels[i]);
        return;
    }
    if (d->kind != DECL_VARS)
        return; /* nested functions are lowered on their own */
    if (d->specs && d->specs->base == BASE_TAG && d->specs->tag->defined && d->specs->tag->type)
        lower_vla_type(l, d->specs->tag->type); /* struct s { int a[n]; }; */
    if (d->declarators && d->declarators->sym)
        lower_typeof(l, d->specs, d->declarators->sym->type);
    for (const InitDeclarator *i = d->declarators; i; i = i->next) {
        Symbol *sym = i->sym;
        if (!sym)
            continue;
        if (sym->kind == SYM_TYPEDEF) {
            lower_vla_type(l, sym->type);
        } else if (sym->kind == SYM_VAR && sym->is_global) {
            if (sym->init)
                lower_scan_labels(l, sym->init);
            lower_vla_type(l, sym->type); /* static int (*p)[n] */
        } else if (sym->kind == SYM_VAR) {
            lower_variable(l, i, d->specs && d->specs->storage & SPEC_AUTO_TYPE);
        }
    }
}

/* ---- compounds ------------------------------------------------------------------------------ */

typedef struct Scope {
    LiveNode *live;
    MirLabel *labels;
    bool unsafe;
} Scope;

static Scope scope_begin(Lower *l)
{
    l->scope++;
    return (Scope){l->live, l->local_labels, l->unsafe};
}

static void scope_end(Lower *l, Scope s, Span span)
{
    lower_scope_end(l, s.live, span);
    l->local_labels = s.labels;
    l->unsafe = s.unsafe;
    l->scope--;
}

/* A block is unsafe as a whole or not at all: entering and leaving start a new one. */
static void enter_unsafe(Lower *l)
{
    if (l->unsafe)
        return;
    l->unsafe = true;
    if (l->cur.i != ID_NONE)
        lower_start(l, lower_new_block(l));
}

static void lower_compound(Lower *l, const Stmt *s)
{
    Scope scope = scope_begin(l);
    if (s->unsafe)
        enter_unsafe(l);
    for (const Stmt *i = s->u.body; i; i = i->next)
        lower_stmt(l, i);
    bool was = l->unsafe;
    scope_end(l, scope, (Span){s->end, s->end});
    if (was != l->unsafe && l->cur.i != ID_NONE)
        lower_start(l, lower_new_block(l));
}

/* ---- jumps ---------------------------------------------------------------------------------- */

static void lower_return(Lower *l, const Stmt *s)
{
    Span span = stmt_span(s);
    const Expr *e = s->u.expr;
    const Type *result = mir_local(l->f, (LocalId){0})->type;
    uint32_t mark = l->temps.len;
    if (e && (type_is_void(result) || type_is_void(e->type))) {
        lower_void(l, e);
    } else if (e && lower_is_aggregate(result)) {
        lower_aggregate(l, e, lower_local_place(l, (LocalId){0}, span_of(e)));
    } else if (e) {
        Operand v = lower_value(l, e);
        lower_store(l, lower_local_place(l, (LocalId){0}, span_of(e)), v, 0, span_of(e));
    } else if (!type_is_void(result)) { /* `return;` in old code: as falling off the end */
        Operand undef = {.kind = OPERAND_UNDEF, .type = result};
        lower_store(l, lower_local_place(l, (LocalId){0}, span), undef, INST_IMPLICIT, span);
    }
    lower_end_temps(l, mark, span);
    lower_leave(l, l->live, NULL, span);
    lower_end(l, (Term){.kind = TERM_RETURN, .then = NO_BLOCK, .other = NO_BLOCK, .span = span});
}

static void lower_goto_stmt(Lower *l, const Stmt *s)
{
    const Function *owner;
    uint32_t number;
    if (l->cur.i == ID_NONE)
        return;
    if (lower_escape_label(l, s->u.label.name, &owner, &number)) {
        lower_escape_goto(l, owner, number, stmt_span(s));
        return;
    }
    PendingGoto g = {.from = l->cur,
                     .state = l->live,
                     .span = stmt_span(s),
                     .label = lower_label(l, s->u.label.name)};
    VEC_PUSH(l->arena, &l->gotos, g);
    lower_goto(l, g.label->block, g.span);
}

void lower_goto_address(Lower *l, Operand x, Span span)
{
    if (l->cur.i == ID_NONE)
        return;
    PendingGoto g = {.from = l->cur, .state = l->live, .span = span};
    VEC_PUSH(l->arena, &l->gotos, g);
    lower_end(
        l,
        (Term){
            .kind = TERM_GOTO_COMPUTED, .x = x, .then = NO_BLOCK, .other = NO_BLOCK, .span = span});
}

static void lower_goto_computed(Lower *l, const Stmt *s)
{
    uint32_t mark = l->temps.len;
    Operand x = lower_value(l, s->u.expr);
    lower_end_temps(l, mark, span_of(s->u.expr));
    lower_goto_address(l, x, stmt_span(s));
}

static void lower_break(Lower *l, const Stmt *s)
{
    LoopFrame *f = l->loop;
    if (!f)
        BUG(l->arena, "break outside loops");
    lower_jump(l, f->brk, f->brk_state, stmt_span(s));
}

static void lower_continue(Lower *l, const Stmt *s)
{
    LoopFrame *f = l->loop;
    if (!f || f->cont.i == ID_NONE)
        BUG(l->arena, "continue outside loops");
    lower_jump(l, f->cont, f->cont_state, stmt_span(s));
}

static void place_label(Lower *l, const Stmt *s)
{
    MirLabel *label = lower_label(l, s->u.label.name);
    lower_start(l, label->block);
    l->f->blocks.data[label->block.i].unsafe = l->unsafe;
    label->state = l->live;
    label->defined = true;
}

/* ---- if ------------------------------------------------------------------------------------- */

static void lower_if(Lower *l, const Stmt *s)
{
    BlockId join = lower_new_block(l);
    for (;;) {
        BlockId yes = lower_new_block(l);
        BlockId no = s->u.if_.other ? lower_new_block(l) : join;
        lower_controlling(l, s->u.if_.cond, yes, no);
        lower_start(l, yes);
        LiveNode *live = l->live;
        lower_stmt(l, s->u.if_.then);
        lower_scope_end(l, live, stmt_span(s->u.if_.then)); /* a literal in `then` */
        lower_goto(l, join, stmt_span(s->u.if_.then));
        if (!s->u.if_.other)
            break;
        lower_start(l, no);
        s = s->u.if_.other;
        if (s->kind == STMT_IF)
            continue; /* else if */
        lower_stmt(l, s);
        lower_scope_end(l, live, stmt_span(s));
        break;
    }
    lower_start(l, join);
}

/* ---- loops ---------------------------------------------------------------------------------- */

static void loop_begin(Lower *l, LoopFrame *f, BlockId cont)
{
    *f = (LoopFrame){.outer = l->loop,
                     .brk = lower_new_block(l),
                     .cont = cont,
                     .brk_state = l->live,
                     .cont_state = l->live};
    l->loop = f;
}

/* GNU: a `break` in a statement expression in the loop's own head belongs to this loop for Clang,
 * to the next outer one for GCC. */
static void loop_outside(Lower *l, LoopFrame *f)
{
    l->loop = l->unit->dialect && l->unit->dialect->clang ? f : f->outer;
}

/* Evaluates the condition; false leaves the loop with the lifetimes that it had outside. */
static void loop_cond(Lower *l, LoopFrame *f, const Expr *cond, BlockId body, Span span)
{
    BlockId out = lower_new_block(l);
    loop_outside(l, f);
    lower_controlling(l, cond, body, out);
    l->loop = f;
    lower_start(l, out);
    lower_leave(l, l->live, f->brk_state, span);
    lower_goto(l, f->brk, span);
}

static void back_edge(Lower *l, BlockId head, LiveNode *state, Span span)
{
    if (l->cur.i == ID_NONE)
        return;
    BlockId from;
    lower_switch_state(l, l->live, state, span);
    from = l->cur;
    lower_goto(l, head, span);
    l->f->blocks.data[from.i].term.implicit = true;
}

static void lower_while(Lower *l, const Stmt *s)
{
    LoopFrame f;
    BlockId head = lower_new_block(l), body = lower_new_block(l);
    Span span = (Span){s->end, s->end};
    Scope scope = scope_begin(l);
    lower_start(l, head);
    loop_begin(l, &f, head);
    loop_cond(l, &f, s->u.loop.cond, body, span);
    lower_start(l, body);
    lower_stmt(l, s->u.loop.body);
    back_edge(l, head, f.cont_state, span);
    l->loop = f.outer;
    l->live = scope.live;
    scope_end(l, scope, span);
    lower_start(l, f.brk);
}

static void lower_do(Lower *l, const Stmt *s)
{
    LoopFrame f;
    BlockId body = lower_new_block(l), cont = lower_new_block(l);
    Span span = (Span){s->end, s->end};
    Scope scope = scope_begin(l);
    lower_start(l, body);
    loop_begin(l, &f, cont);
    lower_stmt(l, s->u.loop.body);
    if (l->live != scope.live)
        lower_scope_end(l, scope.live, span);
    lower_start(l, cont);
    BlockId again = lower_new_block(l);
    loop_cond(l, &f, s->u.loop.cond, again, span);
    l->cur = again;
    back_edge(l, body, scope.live, span_of(s->u.loop.cond));
    l->loop = f.outer;
    l->live = scope.live;
    scope_end(l, scope, span);
    lower_start(l, f.brk);
}

static void lower_for(Lower *l, const Stmt *s)
{
    LoopFrame f;
    Span span = (Span){s->end, s->end};
    Scope scope = scope_begin(l);
    if (s->u.for_.init)
        lower_stmt(l, s->u.for_.init);
    BlockId head = lower_new_block(l), body = lower_new_block(l), cont = lower_new_block(l);
    LiveNode *at_head = l->live;
    lower_start(l, head);
    loop_begin(l, &f, cont);
    if (s->u.for_.cond)
        loop_cond(l, &f, s->u.for_.cond, body, span);
    else
        lower_goto(l, body, stmt_span(s));
    f.cont_state = l->live;
    lower_start(l, body);
    lower_stmt(l, s->u.for_.body);
    lower_jump(l, cont, f.cont_state, span);
    l->live = f.cont_state;
    l->cur = cont;
    loop_outside(l, &f);
    if (s->u.for_.step)
        lower_full(l, s->u.for_.step);
    back_edge(l, head, at_head, span);
    l->loop = f.outer;
    l->live = at_head;
    l->cur = f.brk;
    scope_end(l, scope, span);
}

/* ---- switch --------------------------------------------------------------------------------- */

static i128 case_value(Lower *l, const Expr *e, const Type *type)
{
    i128 v = 0;
    if (!sema_const_int(e, &v))
        BUG(l->arena, "a case label is not constant");
    return (i128)type_wrap(type, (u128)v);
}

static void add_case(Lower *l, const Stmt *s)
{
    SwitchFrame *w = l->switch_;
    if (!w)
        BUG(l->arena, "case outside switch");
    BlockId b = lower_new_block(l);
    lower_start(l, b);
    if (s->kind == STMT_DEFAULT) {
        w->fallback = b;
        w->fallback_state = l->live;
        return;
    }
    const Expr *lo = s->u.case_.lo, *hi = s->u.case_.hi ? s->u.case_.hi : lo;
    CaseEntry c = {.state = l->live};
    c.range.lo = case_value(l, lo, w->type);
    c.range.hi = case_value(l, hi, w->type);
    c.range.target = b;
    c.range.span = (Span){lo->begin, hi->end};
    if (c.range.lo <= c.range.hi)
        VEC_PUSH(l->arena, &w->cases, c); /* an empty range matches nothing */
}

static BlockId case_edge(Lower *l, LiveNode *state, BlockId target, Span span)
{
    if (l->live == state)
        return target;
    BlockId b = lower_new_block(l);
    l->cur = b;
    lower_switch_state(l, l->live, state, span);
    lower_goto(l, target, span);
    return b;
}

/* Ends the block that held the controlling expression, now that all cases are known. */
static void finish_switch(Lower *l, SwitchFrame *w, BlockId from, BlockId brk, Operand x, Span span)
{
    Term t = {.kind = TERM_SWITCH, .x = x, .then = NO_BLOCK, .span = span};
    BlockId last_from = NO_BLOCK, last_to = NO_BLOCK; /* runs of labels share their edge */
    bool fallback_state = w->fallback.i != ID_NONE;
    t.cases = ARENA_ARRAY(l->arena, SwitchCase, w->cases.len);
    for (uint32_t i = 0; i < w->cases.len; i++) {
        SwitchCase c = w->cases.data[i].range;
        if (c.target.i != last_from.i) {
            last_from = c.target;
            last_to = case_edge(l, w->cases.data[i].state, c.target, span);
        }
        c.target = last_to;
        t.cases[t.case_count++] = c;
    }
    t.other = fallback_state ? case_edge(l, w->fallback_state, w->fallback, span) : brk;
    if (x.kind == OPERAND_INT) { /* switch (sizeof x): one of them, known now */
        i128 v = x.type->is_unsigned ? (i128)x.u.bits : (i128)(int64_t)x.u.bits;
        BlockId to = t.other;
        for (uint32_t i = 0; i < t.case_count; i++)
            if (v >= t.cases[i].lo && v <= t.cases[i].hi) {
                to = t.cases[i].target;
                break;
            }
        t = (Term){.kind = TERM_GOTO, .then = to, .other = NO_BLOCK, .span = span};
    }
    l->cur = from;
    lower_end(l, t);
}

static void lower_switch(Lower *l, const Stmt *s)
{
    Span span = span_of(s->u.loop.cond), end = (Span){s->end, s->end};
    Scope scope = scope_begin(l);
    uint32_t mark = l->temps.len;
    Operand x = lower_value(l, s->u.loop.cond);
    lower_end_temps(l, mark, span);
    BlockId from = lower_suspend(l);
    SwitchFrame w = {.outer = l->switch_, .fallback = NO_BLOCK, .type = s->u.loop.cond->type};
    LoopFrame f;
    LiveNode *at_switch = l->live;
    loop_begin(l, &f, l->loop ? l->loop->cont : NO_BLOCK);
    f.cont_state = f.outer ? f.outer->cont_state : NULL;
    l->switch_ = &w;
    lower_stmt(l, s->u.loop.body);
    l->switch_ = w.outer;
    l->loop = f.outer;
    lower_jump(l, f.brk, at_switch, end);
    l->live = at_switch;
    finish_switch(l, &w, from, f.brk, x, span);
    l->cur = f.brk;
    scope_end(l, scope, end);
}

/* ---- statement expressions ------------------------------------------------------------------ */

/* The last statement gives the value, also behind labels: ({ again: x; }). */
static const Expr *last_value(Lower *l, const Stmt *s)
{
    while (s && s->kind == STMT_LABEL) {
        place_label(l, s);
        s = s->u.label.body;
    }
    if (s && s->kind == STMT_EXPR)
        return s->u.expr;
    if (s)
        lower_stmt(l, s);
    return NULL;
}

Operand lower_stmt_expr(Lower *l, const Expr *e, bool want, PlaceId dest)
{
    const Stmt *body = e->u.stmt_expr.body;
    const Stmt *last = NULL;
    Operand v = {0};
    Scope scope = scope_begin(l);
    if (body->unsafe)
        enter_unsafe(l);
    for (const Stmt *i = body->u.body; i; i = i->next) {
        if (!i->next)
            last = i;
        else
            lower_stmt(l, i);
    }
    const Expr *value = last_value(l, last);
    uint32_t mark = l->temps.len;
    if (value && !want) {
        lower_full(l, value);
    } else if (value && lower_is_aggregate(e->type)) {
        lower_aggregate(l, value, dest);
        lower_end_temps(l, mark, span_of(value));
    } else if (value) {
        v = lower_value(l, value);
        lower_end_temps(l, mark, span_of(value));
    } else if (want && !type_is_void(e->type)) {
        v = (Operand){.kind = OPERAND_UNDEF, .type = e->type};
    }
    bool was = l->unsafe;
    scope_end(l, scope, (Span){body->end, body->end});
    if (was != l->unsafe && l->cur.i != ID_NONE)
        lower_start(l, lower_new_block(l));
    return v;
}

/* ---- the statement -------------------------------------------------------------------------- */

void lower_stmt(Lower *l, const Stmt *s)
{
    lower_enter(l);
    bool answered = l->answered;
    l->answered = false;
    /* Labels come in runs: `case 1: case 2: x:`. */
    while (s && (s->kind == STMT_CASE || s->kind == STMT_DEFAULT || s->kind == STMT_LABEL)) {
        if (s->kind == STMT_LABEL)
            place_label(l, s);
        else
            add_case(l, s);
        s = s->kind == STMT_LABEL  ? s->u.label.body
            : s->kind == STMT_CASE ? s->u.case_.body
                                   : s->u.body;
    }
    if (s)
        switch ((StmtKind)s->kind) {
        case STMT_COMPOUND: lower_compound(l, s); break;
        case STMT_EXPR:
            if (s->u.expr)
                lower_full(l, s->u.expr);
            break;
        case STMT_DECL: lower_decl(l, s->u.decl); break;
        case STMT_IF: lower_if(l, s); break;
        case STMT_WHILE: lower_while(l, s); break;
        case STMT_DO: lower_do(l, s); break;
        case STMT_FOR: lower_for(l, s); break;
        case STMT_SWITCH: lower_switch(l, s); break;
        case STMT_GOTO: lower_goto_stmt(l, s); break;
        case STMT_GOTO_COMPUTED: lower_goto_computed(l, s); break;
        case STMT_BREAK: lower_break(l, s); break;
        case STMT_CONTINUE: lower_continue(l, s); break;
        case STMT_RETURN: lower_return(l, s); break;
        case STMT_ASM: lower_asm(l, s); break;
        case STMT_CASE:
        case STMT_DEFAULT:
        case STMT_LABEL:
        case STMT_NULL: break;
        case STMT_KIND_COUNT: break;
        }
    l->answered = answered;
    l->depth--;
}
