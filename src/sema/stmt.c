/* sema/stmt.c - statements: what may stand where, labels, switch, asm.
 *
 * What comes in: the body of a function. What goes out: the same statements with completed
 * expressions. Labels get names that are unique in their function: a `__label__` of a macro that
 * is used twice would else be defined twice.
 *
 * Ladders (else if), chains of labels (case 1: case 2: ...) are walked in a loop. */
#include <stdlib.h>

#include "sema/sema_internal.h"

static void check_chain(Sema *s, Stmt *st);
static void sub_statement(Sema *s, Stmt *st);

/* ---- labels -------------------------------------------------------------------------------- */
static LabelInfo *label_local(Sema *s, Name n)
{
    for (FnState *f = s->fs; f; f = f->outer)
        for (uint32_t i = f->local_labels.len; i-- > 0;)
            if (f->local_labels.data[i]->name == n)
                return f->local_labels.data[i];
    return NULL;
}

static LabelInfo *label_find(Sema *s, Name n)
{
    LabelInfo *l = label_local(s, n);
    if (l)
        return l;
    l = map_get_ptr(&s->fs->labels, MAP_KEY_PTR(n));
    if (l)
        return l;
    l = ARENA_NEW(s->tree, LabelInfo);
    l->name = l->unique = n;
    map_put(&s->fs->labels, MAP_KEY_PTR(n), (uintptr_t)l);
    VEC_PUSH(s->tree, &s->fs->all_labels, l);
    return l;
}

/* The function around this one whose __label__ l is, or NULL. */
static FnState *label_owner(const Sema *s, const LabelInfo *l)
{
    for (FnState *f = s->fs->outer; f; f = f->outer)
        for (uint32_t i = f->local_labels.len; i-- > 0;)
            if (f->local_labels.data[i] == l)
                return f;
    return NULL;
}

/* A nested function may jump to a label of f. */
static void label_escape(Sema *s, Function *f, Name label)
{
    if (!f->escape) {
        const Type *t = type_qualified(s->types, size_type(s), QUAL_VOLATILE);
        f->escape =
            symbol_new(s, SYM_VAR, names_intern(s->unit->names, "__escape", 8), t, f->sym->loc);
        f->escape->owner = f;
        f->escape->is_definition = f->escape->captured = true;
    }
    if (!label)
        return;
    for (uint32_t i = 0; i < f->escapes.len; i++)
        if (f->escapes.data[i] == label)
            return;
    VEC_PUSH(s->arena, &f->escapes, label);
}

Name stmt_label_use(Sema *s, Name n, Loc loc)
{
    if (!n)
        return NULL; /* the parser has complained */
    LabelInfo *l = label_find(s, n);
    if (!l->use)
        l->use = loc;
    FnState *owner = label_owner(s, l);
    if (owner) /* GNU: leaves the nested function as longjmp would */
        label_escape(s, owner->fn, l->unique);
    return l->unique;
}

/* A jump must not enter the scope of a variably modified declaration. */
static void check_jump(Sema *s, const VmScope *to, const VmScope *from, Loc loc, const char *what)
{
    if (!to)
        return;
    for (const VmScope *v = from; v; v = v->outer)
        if (v == to)
            return;
    if (to->is_expr) {
        sema_error_note(s, loc, to->loc, "it begins here", "%s jumps into a statement expression",
                        what);
        return;
    }
    sema_error_note(s, loc, to->loc, "it is declared here",
                    "%s jumps into the scope of a variably modified declaration", what);
}

static void label_define(Sema *s, Stmt *st)
{
    LabelInfo *l = label_find(s, st->u.label.name);
    if (l->def)
        sema_error_note(s, st->u.label.loc, l->def, "the previous definition is here",
                        "redefinition of label `%s`", l->name->text);
    l->def = st->u.label.loc;
    l->vm = s->fs->vm;
    st->u.label.name = l->unique;
}

void stmt_local_labels(Sema *s, const Decl *d)
{
    for (uint32_t i = 0; i < d->label_count; i++) {
        if (!d->labels[i])
            continue; /* the parser has complained */
        LabelInfo *l = label_local(s, d->labels[i]);
        if (l && l->depth == scope_depth(s))
            sema_error_at(s, d->begin, "label `%s` is declared twice", l->name->text);
        l = ARENA_NEW(s->tree, LabelInfo);
        FnState *outermost = s->fs; /* unique in nested functions, too */
        while (outermost->outer)
            outermost = outermost->outer;
        const char *text =
            arena_printf(s->tree, "%s.%u", d->labels[i]->text, ++outermost->unique_labels);
        l->name = d->labels[i];
        l->unique = names_intern(s->unit->names, text, strlen(text));
        l->depth = scope_depth(s);
        VEC_PUSH(s->tree, &s->fs->local_labels, l);
    }
}

static void label_check(Sema *s, const LabelInfo *l)
{
    if (l->use && !l->def)
        sema_error_at(s, l->use, "use of undeclared label `%s`", l->name->text);
}

static const VmScope *enter(Sema *s)
{
    scope_push(s);
    return s->fs->vm;
}

static void leave(Sema *s, const VmScope *vm)
{
    s->fs->vm = vm;
    scope_pop(s);
}

void stmt_block(Sema *s, Stmt *first)
{
    uint32_t labels = s->fs->local_labels.len;
    const VmScope *vm = enter(s);
    stmt_list(s, first);
    leave(s, vm);
    while (s->fs->local_labels.len > labels)
        label_check(s, s->fs->local_labels.data[--s->fs->local_labels.len]);
}

/* ---- switch -------------------------------------------------------------------------------- */
static int case_order(const void *a, const void *b)
{
    const CaseRange *x = a, *y = b;
    if (x->lo != y->lo)
        return x->lo < y->lo ? -1 : 1;
    return x->loc < y->loc ? -1 : x->loc > y->loc;
}

static void switch_check_duplicates(Sema *s, SwitchState *sw)
{
    if (sw->cases.len < 2)
        return;
    qsort(sw->cases.data, sw->cases.len, sizeof *sw->cases.data, case_order);
    for (uint32_t i = 1; i < sw->cases.len; i++) {
        const CaseRange *a = &sw->cases.data[i - 1], *b = &sw->cases.data[i];
        if (b->lo > a->hi)
            continue;
        const CaseRange *later = a->loc > b->loc ? a : b, *first = later == a ? b : a;
        Text t;
        text_init(&t, s->tree);
        text_add_i128(&t, later->lo);
        sema_error_note(s, later->loc, first->loc, "the first one is here",
                        "duplicate case value %s", t.data);
    }
}

static void check_switch(Sema *s, Stmt *st)
{
    SwitchState sw = {.outer = s->fs->switches, .vm = s->fs->vm};
    Expr *c = expr_rvalue(s, st->u.loop.cond);
    if (!is_error(c->type) && !type_is_integer(c->type)) {
        sema_error(s, span_of(c), "`switch` needs an integer; this has type `%s`",
                   SPELL(s, c->type));
        c = expr_error(s, c);
    }
    sw.written = c->type;
    if (!is_error(c->type))
        c = convert_promote(s, c);
    sw.type = c->type;
    st->u.loop.cond = c;
    s->fs->switches = &sw;
    s->fs->breakables++;
    sub_statement(s, st->u.loop.body);
    s->fs->breakables--;
    s->fs->switches = sw.outer;
    switch_check_duplicates(s, &sw);
}

static bool case_value(Sema *s, Expr **e, const Type *t, i128 *v)
{
    if (!expr_const_int(s, e, v)) {
        if (!is_error((*e)->type))
            sema_error(s, span_of(*e), "a case label must be an integer constant");
        return false;
    }
    if (is_error(t))
        return false;
    *e = convert_to(s, *e, t);
    return sema_const_int(*e, v);
}

static void check_case(Sema *s, Stmt *st)
{
    SwitchState *sw = s->fs->switches;
    if (!sw) {
        sema_error_at(s, st->begin, "`case` stands outside any `switch`");
        return;
    }
    check_jump(s, s->fs->vm, sw->vm, st->begin, "`switch`");
    CaseRange r = {.loc = st->u.case_.lo->begin};
    if (!case_value(s, &st->u.case_.lo, sw->type, &r.lo))
        return;
    r.hi = r.lo;
    if (st->u.case_.hi && !case_value(s, &st->u.case_.hi, sw->type, &r.hi))
        return;
    if (r.hi < r.lo)
        return; /* an empty range: both compilers warn */
    VEC_PUSH(s->tree, &sw->cases, r);
}

static void check_default(Sema *s, Stmt *st)
{
    SwitchState *sw = s->fs->switches;
    if (!sw) {
        sema_error_at(s, st->begin, "`default` stands outside any `switch`");
        return;
    }
    check_jump(s, s->fs->vm, sw->vm, st->begin, "`switch`");
    if (sw->default_loc)
        sema_error_note(s, st->begin, sw->default_loc, "the first one is here",
                        "a `switch` with two default labels");
    sw->default_loc = st->begin;
}

/* ---- loops and jumps ----------------------------------------------------------------------- */
/* A substatement is a block of its own, C23 6.8.1p3. */
static void sub_statement(Sema *s, Stmt *st)
{
    if (!st)
        return;
    if (st->kind == STMT_COMPOUND) {
        check_chain(s, st);
        return;
    }
    const VmScope *vm = enter(s);
    check_chain(s, st);
    leave(s, vm);
}

static void loop_body(Sema *s, Stmt *body)
{
    s->fs->loops++;
    s->fs->breakables++;
    sub_statement(s, body);
    s->fs->breakables--;
    s->fs->loops--;
}

static void check_for(Sema *s, Stmt *st)
{
    s->in_for = true;
    if (st->u.for_.init)
        check_chain(s, st->u.for_.init);
    s->in_for = false;
    if (st->u.for_.cond)
        st->u.for_.cond = expr_condition(s, st->u.for_.cond, "the condition of `for`");
    if (st->u.for_.step)
        st->u.for_.step = expr_discard(s, st->u.for_.step);
    loop_body(s, st->u.for_.body);
}

static void check_return(Sema *s, Stmt *st)
{
    const Type *t = s->fs->result;
    if (!st->u.expr)
        return; /* `return;` with a result type: both compilers warn */
    if (type_is_void(t)) {
        st->u.expr = expr_discard(s, st->u.expr);
        if (!type_is_void(st->u.expr->type) && !is_error(st->u.expr->type))
            st->u.expr = convert_node(s, CONVERT_VOID, st->u.expr, basic(s, TYPE_VOID));
        return;
    }
    if (st->u.expr->kind == EXPR_INIT_LIST) {
        st->u.expr = expr_check(s, st->u.expr);
        return;
    }
    AssignContext c = {ASSIGN_RETURN, LOC_NONE};
    st->u.expr = convert_assign(s, expr_rvalue(s, st->u.expr), t, &c);
}

static void check_goto_computed(Sema *s, Stmt *st)
{
    Expr *e = expr_rvalue(s, st->u.expr);
    if (!is_error(e->type) && e->type->kind != TYPE_POINTER)
        sema_error(s, span_of(e), "a computed `goto` needs a pointer; this has type `%s`",
                   SPELL(s, e->type));
    else if (!is_error(e->type))
        e = convert_to(s, e, type_pointer(s->types, basic(s, TYPE_VOID)));
    st->u.expr = e;
    s->fs->fn->has_computed_goto = true;
    for (FnState *f = s->fs->outer; f; f = f->outer) { /* perhaps to a label of theirs */
        f->fn->has_computed_goto = true;
        label_escape(s, f->fn, NULL);
    }
}

static void check_goto(Sema *s, Stmt *st)
{
    if (!st->u.label.name)
        return;
    GotoUse use = {label_find(s, st->u.label.name), s->fs->vm, st->u.label.loc};
    st->u.label.name = stmt_label_use(s, st->u.label.name, st->u.label.loc);
    if (!label_owner(s, use.label))
        VEC_PUSH(s->tree, &s->fs->gotos, use);
}

/* ---- asm ----------------------------------------------------------------------------------- */

/* Does the constraint allow memory only, so that the operand is the object itself? */
static bool memory_only(const Expr *constraint)
{
    bool memory = false;
    if (!constraint || constraint->kind != EXPR_STRING)
        return false;
    for (uint32_t i = 0; i < constraint->u.string.count; i++) {
        char ch = constraint->u.string.bytes[i];
        if (ch == 'm' || ch == 'o' || ch == 'V' || ch == 'Q' || ch == 'A')
            memory = true;
        else if (!strchr("=+&%*?!,<>", ch))
            return false;
    }
    return memory;
}

/* GCC manual, "Extended Asm": the constraint of an output begins with `=` or `+`. */
static void check_output(Sema *s, const AsmOperand *o)
{
    const Expr *c = o->constraint;
    if (!c || c->kind != EXPR_STRING)
        return;
    bool ok = c->u.string.elem_size == 1 && c->u.string.count > 0;
    if (ok && (c->u.string.bytes[0] == '=' || c->u.string.bytes[0] == '+')) {
        for (uint32_t i = 1; i < c->u.string.count; i++)
            if (c->u.string.bytes[i] == '=' || c->u.string.bytes[i] == '+')
                ok = false;
        if (ok)
            return;
    }
    sema_error(s, span_of(c), "the constraint of an output of `asm` must begin with `=` or `+`");
}

static const AsmOperand *asm_operand(const AsmStmt *a, uint32_t i)
{
    return i < a->output_count ? &a->outputs[i] : &a->inputs[i - a->output_count];
}

static void check_asm_names(Sema *s, const AsmStmt *a)
{
    uint32_t n = a->output_count + a->input_count;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < i; j++) {
            const AsmOperand *x = asm_operand(a, i), *y = asm_operand(a, j);
            if (!x->symbolic || x->symbolic != y->symbolic)
                continue;
            sema_error_note(s, x->loc, y->loc, "the first one is here",
                            "two operands of `asm` are called `%s`", x->symbolic->text);
        }
}

static void check_asm(Sema *s, AsmStmt *a)
{
    check_asm_names(s, a);
    for (uint32_t i = 0; i < a->output_count; i++) {
        AsmOperand *o = &a->outputs[i];
        o->value = expr_check(s, o->value);
        const Expr *x = o->value;
        while (x->kind == EXPR_CAST)
            x = x->u.cast.operand; /* GNU: a cast of an lvalue */
        check_output(s, o);
        if (is_error(x->type))
            continue;
        if (!x->is_lvalue)
            sema_error(s, span_of(o->value), "an output of `asm` must be an object");
        else if (x->type->quals & QUAL_CONST)
            sema_error(s, span_of(o->value), "an output of `asm` has the const-qualified type `%s`",
                       SPELL(s, x->type));
    }
    for (uint32_t i = 0; i < a->input_count; i++) {
        AsmOperand *o = &a->inputs[i];
        o->value = expr_check(s, o->value);
        if (!o->value->is_lvalue || !memory_only(o->constraint))
            o->value = convert_lvalue(s, o->value);
    }
    for (uint32_t i = 0; i < a->label_count; i++)
        a->labels[i] = stmt_label_use(s, a->labels[i], a->text ? a->text->begin : LOC_NONE);
}

/* ---- statements ---------------------------------------------------------------------------- */
static void check_break(Sema *s, const Stmt *st)
{
    if (st->kind == STMT_BREAK && !s->fs->breakables)
        sema_error_at(s, st->begin, "`break` stands outside any loop or `switch`");
    if (st->kind == STMT_CONTINUE && !s->fs->loops)
        sema_error_at(s, st->begin, "`continue` stands outside any loop");
}

/* A selection or iteration statement is a block of its own, C23 6.8.1p3. */
static void check_nested(Sema *s, Stmt *st)
{
    const VmScope *vm = enter(s);
    switch ((StmtKind)st->kind) {
    case STMT_WHILE:
        st->u.loop.cond = expr_condition(s, st->u.loop.cond, "the condition of `while`");
        loop_body(s, st->u.loop.body);
        break;
    case STMT_DO:
        loop_body(s, st->u.loop.body);
        st->u.loop.cond = expr_condition(s, st->u.loop.cond, "the condition of `while`");
        break;
    case STMT_FOR: check_for(s, st); break;
    case STMT_SWITCH: check_switch(s, st); break;
    case STMT_COMPOUND:
    case STMT_EXPR:
    case STMT_DECL:
    case STMT_IF:
    case STMT_CASE:
    case STMT_DEFAULT:
    case STMT_LABEL:
    case STMT_GOTO:
    case STMT_GOTO_COMPUTED:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_RETURN:
    case STMT_ASM:
    case STMT_NULL:
    case STMT_KIND_COUNT: break;
    }
    leave(s, vm);
}

/* A ladder of else-ifs opens a scope per step, all left at its end. */
static void check_if(Sema *s, Stmt *st)
{
    uint32_t steps = 0;
    const VmScope *vm = s->fs->vm;
    for (; st && st->kind == STMT_IF; st = st->u.if_.other) {
        if (st->attrs)
            attrs_prepare(s, st->attrs);
        scope_push(s);
        steps++;
        st->u.if_.cond = expr_condition(s, st->u.if_.cond, "the condition of `if`");
        sub_statement(s, st->u.if_.then);
    }
    sub_statement(s, st);
    while (steps--)
        leave(s, vm);
}

/* One statement; returns what has still to be done after it: the rest of a ladder or chain. */
static Stmt *check_one(Sema *s, Stmt *st)
{
    if (st->attrs)
        attrs_prepare(s, st->attrs);
    switch ((StmtKind)st->kind) {
    case STMT_COMPOUND:
        if (st->unsafe)
            VEC_PUSH(s->arena, &s->fs->fn->fences, ((Span){st->begin, st->end}));
        stmt_block(s, st->u.body);
        return NULL;
    case STMT_EXPR:
        if (st == s->value_stmt)
            st->u.expr = expr_rvalue(s, st->u.expr);
        else
            st->u.expr = expr_discard(s, st->u.expr);
        return NULL;
    case STMT_DECL: decl_local(s, st->u.decl); return NULL;
    case STMT_IF: check_if(s, st); return NULL;
    case STMT_WHILE:
    case STMT_DO:
    case STMT_FOR:
    case STMT_SWITCH: check_nested(s, st); return NULL;
    case STMT_CASE: check_case(s, st); return st->u.case_.body;
    case STMT_DEFAULT: check_default(s, st); return st->u.body;
    case STMT_LABEL: label_define(s, st); return st->u.label.body;
    case STMT_GOTO: check_goto(s, st); return NULL;
    case STMT_GOTO_COMPUTED: check_goto_computed(s, st); return NULL;
    case STMT_BREAK:
    case STMT_CONTINUE: check_break(s, st); return NULL;
    case STMT_RETURN: check_return(s, st); return NULL;
    case STMT_ASM: check_asm(s, st->u.asm_); return NULL;
    case STMT_NULL:
    case STMT_KIND_COUNT: return NULL;
    }
    return NULL;
}

static void check_chain(Sema *s, Stmt *st)
{
    while (st)
        st = check_one(s, st);
}

void stmt_list(Sema *s, Stmt *first)
{
    for (Stmt *st = first; st; st = st->next)
        check_chain(s, st);
}

/* The body shares the scope of the parameters, C23 6.2.1p4. */
void stmt_function_body(Sema *s, Function *f, Stmt *body)
{
    Stmt *outer = s->value_stmt;
    s->value_stmt = NULL;
    if (body)
        stmt_list(s, body->kind == STMT_COMPOUND ? body->u.body : body);
    else
        sema_mark_broken(s); /* the parser gave up on it */
    s->value_stmt = outer;
    for (uint32_t i = 0; i < s->fs->local_labels.len; i++)
        label_check(s, s->fs->local_labels.data[i]);
    for (uint32_t i = 0; i < s->fs->all_labels.len; i++)
        label_check(s, s->fs->all_labels.data[i]);
    for (uint32_t i = 0; i < s->fs->gotos.len; i++) {
        const GotoUse *g = &s->fs->gotos.data[i];
        if (g->label->def)
            check_jump(s, g->label->vm, g->vm, g->loc, "`goto`");
    }
    (void)f;
}
