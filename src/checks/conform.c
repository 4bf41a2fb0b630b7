/* checks/conform.c - level safe: contracts that have to agree.
 *
 *     typedef void visit_fn(struct record *r);
 *     void handle(struct record *__own r);
 *     each(handle);               who calls it lends a record, and it takes one
 *
 *     char *__own make(void);
 *     char *make(void) { ... }    declared again, with another contract
 *
 * What comes in: where function types meet in safe code (sema/level.c notes them), and the
 * functions of all units. What goes out: `contract` findings. The one idea: a function may ask for
 * less than its callers are told, and promise more; what is neither (who owns, what is filled in,
 * how many elements) is the same on both sides. Of two declarations each holds for the other. */
#include "checks/checks.h"
#include "contract/formula.h"

/* One side: a function, or a pointer's type. */
typedef struct Side {
    FunctionContract k;
    const Type *result;
} Side;

/* A parameter, a result, or what one of them points to. */
typedef struct Slot {
    const Type *type;
    const Level *level;
    const FunctionContract *k;
    const Formula *count;
    bool counted, bytes, string; /* counted, and no count: not understood */
    int captured;                /* by so many a parameter; -1: by none */
} Slot;

static int parameter(const FunctionContract *k, Name name)
{
    for (uint32_t i = 0; i < k->param_count; i++)
        if (k->types[i].name && k->types[i].name == name)
            return (int)i;
    return -1;
}

static void read_notes(Arena *a, const Attr *list, Slot *s)
{
    for (; list; list = list->next) {
        AttrKind kind = (AttrKind)list->known;
        bool bytes = kind == ATTR_CORTEN_SIZED_BY || kind == ATTR_SIZED_BY;
        bool ends = kind == ATTR_CORTEN_ENDED_BY || kind == ATTR_ENDED_BY;
        if (kind == ATTR_CORTEN_CAPTURED_BY && list->token_count &&
            list->tokens[0].kind == TOK_IDENT)
            s->captured = parameter(s->k, list->tokens[0].u.name);
        if (!bytes && !ends && kind != ATTR_CORTEN_COUNTED_BY && kind != ATTR_COUNTED_BY)
            continue;
        s->counted = true;
        s->bytes = bytes;
        s->count = formula_parse(a, list->tokens, list->token_count);
    }
}

static Slot slot_of(Arena *a, const FunctionContract *k, const Type *t, const Attr *attrs,
                    const Level *l)
{
    Slot s = {.type = t, .level = l, .k = k, .captured = -1};
    read_notes(a, t->notes, &s);
    read_notes(a, attrs, &s);
    bool text = t->kind == TYPE_POINTER && t->elem->kind == TYPE_CHAR &&
                (t->elem->quals & QUAL_CONST) && !s.counted;
    s.string = l->null_terminated || text;
    return s;
}

static bool same_formula(const Slot *a, const Formula *x, const Slot *b, const Formula *y)
{
    if (!x || !y)
        return x == y;
    if (x->kind != y->kind || x->op != y->op || x->value != y->value || x->member != y->member)
        return false;
    if (x->kind == FORMULA_NAME) {
        int p = parameter(a->k, x->name), q = parameter(b->k, y->name);
        return p == q && (p >= 0 || x->name == y->name);
    }
    return same_formula(a, x->a, b, y->a) && same_formula(a, x->b, b, y->b);
}

static bool same_when(const When *a, const When *b)
{
    return a->op == b->op && a->value == b->value && a->understood == b->understood;
}

static bool same_owner(const Level *a, const Level *b)
{
    return a->own == b->own && a->own_if_null == b->own_if_null && a->has_none == b->has_none &&
           a->none == b->none && (!a->own || same_when(&a->own_when, &b->own_when));
}

/* As many elements on both sides; more where fewer are asked for: of opaque memory, of one. */
static bool same_size(const Slot *asked, const Slot *given)
{
    const Type *t = asked->type;
    if (t->kind != TYPE_POINTER)
        return true;
    if (!asked->counted && given->counted)
        return !type_is_complete(t->elem) || (given->count && given->count->kind == FORMULA_INT &&
                                              !given->bytes && given->count->value >= 1);
    if (asked->count && given->count && asked->count->kind == FORMULA_INT &&
        given->count->kind == FORMULA_INT && asked->bytes == given->bytes)
        return asked->count->value <= given->count->value;
    return asked->counted == given->counted && asked->bytes == given->bytes &&
           same_formula(asked, asked->count, given, given->count);
}

/* What no side may have without the other; NULL: nothing. */
static const char *unequal(const Slot *a, const Slot *b)
{
    const Level *x = a->level, *y = b->level;
    if (!same_owner(x, y))
        return "who owns it is not the same";
    if (x->own && x->family != y->family)
        return "it is released by different functions";
    if (x->drops != y->drops)
        return "only one of them is `__drops`";
    if (x->inits != y->inits || (x->inits && !same_when(&x->inits_when, &y->inits_when)))
        return "`__inits` is not the same";
    return NULL;
}

/* What is given where so much is asked for. */
static const char *too_little(const Slot *asked, const Slot *given)
{
    const char *why = unequal(asked, given);
    const Type *t = asked->type;
    if (why || t->kind != TYPE_POINTER)
        return why;
    bool silent = given->level->null_unspecified || asked->level->null_unspecified;
    if (given->level->nullable && !asked->level->nullable && !silent)
        return "only one of them may be null";
    if (t->elem->kind == TYPE_FUNCTION)
        return NULL;
    if (given->string != asked->string && (asked->string || !(t->elem->quals & QUAL_CONST)))
        return "only one of them is a string";
    if (!same_size(asked, given))
        return "there are not as many elements";
    return NULL;
}

/* Behind the first pointer whoever reads may write as well: nothing differs. */
static const char *inner_differs(Arena *a, const Slot *x, const Slot *y, int depth)
{
    const Type *s = x->type, *t = y->type;
    if (s->kind != TYPE_POINTER || t->kind != TYPE_POINTER || depth > 6)
        return NULL;
    s = s->elem, t = t->elem;
    if (s->kind != TYPE_POINTER || t->kind != TYPE_POINTER)
        return NULL;
    Level l = contract_level(s, NULL), m = contract_level(t, NULL);
    Slot p = slot_of(a, x->k, s, NULL, &l), q = slot_of(a, y->k, t, NULL, &m);
    const char *why = too_little(&p, &q);
    why = why ? why : too_little(&q, &p);
    return why ? why : inner_differs(a, &p, &q, depth + 1);
}

static Side side_of(Arena *a, const Symbol *f)
{
    return (Side){contract_of_function(a, f), f->type->elem};
}

static Side side_of_type(Arena *a, const Type *function)
{
    return side_of(a, &(Symbol){.type = function});
}

/* What one declaration says; GNU's attributes of functions need no repetition. */
static Side side_as_written(Arena *a, const Type *function, const Attr *attrs)
{
    Side s = {.result = function->elem};
    s.k.param_count = function->u.fn.count;
    s.k.types = function->u.fn.params;
    s.k.params = ARENA_ARRAY(a, Level, s.k.param_count + 1);
    s.k.result = contract_level(function->elem, attrs);
    s.k.known = s.k.result.own || s.k.result.nullable || s.k.result.is_static;
    for (uint32_t i = 0; i < s.k.param_count; i++)
        s.k.params[i] = contract_level(s.k.types[i].type, s.k.types[i].attrs);
    return s;
}

static const char *mismatch(Arena *a, const Side *f, const Side *as, const char **where, int depth);

/* A function that is given to a function, or comes from it. */
static const char *nested(Arena *a, const Type *f, const Type *as, int depth)
{
    const char *where;
    if (f->kind != TYPE_POINTER || f->elem->kind != TYPE_FUNCTION || as->kind != TYPE_POINTER ||
        as->elem->kind != TYPE_FUNCTION || f->elem == as->elem || depth > 4)
        return NULL;
    Side x = side_of_type(a, f->elem), y = side_of_type(a, as->elem);
    return mismatch(a, &x, &y, &where, depth + 1);
}

static const char *param_mismatch(Arena *a, const FunctionContract *f, const FunctionContract *as,
                                  uint32_t i, int depth)
{
    const Level *l = &f->params[i], *m = &as->params[i];
    Slot x = slot_of(a, f, f->types[i].type, f->types[i].attrs, l);
    Slot y = slot_of(a, as, as->types[i].type, as->types[i].attrs, m);
    const char *why = too_little(&x, &y);
    why = why ? why : inner_differs(a, &x, &y, 0);
    why = why ? why : nested(a, y.type, x.type, depth);
    if (why)
        return why;
    if (l->captured && (!m->captured || x.captured != y.captured))
        return "it is not `__captured_by` the same";
    if (m->noinvalidate && !l->noinvalidate)
        return "only one of them is `__noinvalidate`";
    if (l->is_static && !m->is_static)
        return "only one of them is `__static`";
    return NULL;
}

static const char *result_mismatch(Arena *a, const Side *f, const Side *as, int depth)
{
    const Level *l = &f->k.result, *m = &as->k.result;
    Slot x = slot_of(a, &f->k, f->result, NULL, l), y = slot_of(a, &as->k, as->result, NULL, m);
    const char *why = too_little(&y, &x);
    why = why ? why : inner_differs(a, &x, &y, 0);
    why = why ? why : nested(a, x.type, y.type, depth);
    if (why)
        return why;
    if (m->is_static && !l->is_static)
        return "only one of them is `__static`";
    bool borrowed = x.type->kind == TYPE_POINTER && x.type->elem->kind != TYPE_FUNCTION &&
                    !l->own && !l->is_static;
    for (uint32_t i = 0; borrowed && i < f->k.param_count; i++)
        if (declared_result_from(&f->k, i) && !declared_result_from(&as->k, i))
            return "it does not borrow from the same parameters";
    return NULL;
}

/* Why f may not be called as if it were `as`; NULL: it may. */
static const char *mismatch(Arena *a, const Side *f, const Side *as, const char **where, int depth)
{
    if (f->k.param_count != as->k.param_count)
        return NULL;
    *where = "the result";
    const char *why = result_mismatch(a, f, as, depth);
    for (uint32_t i = 0; i < f->k.param_count && !why; i++) {
        Name name = f->k.types[i].name ? f->k.types[i].name : as->k.types[i].name;
        *where = name ? arena_printf(a, "parameter `%s`", name->text)
                      : arena_printf(a, "parameter %u", i + 1);
        why = param_mismatch(a, &f->k, &as->k, i, depth);
    }
    return why;
}

/* ---- findings -------------------------------------------------------------------------------- */
typedef struct Told {
    RuleId rule;
    const char *message, *where, *why, *help;
    Span at;
    Loc other; /* LOC_NONE */
    Name function, subject;
} Told;

static void report(const Program *p, const Unit *u, const Told *t)
{
    Arena *a = p->arena;
    Finding *f = ARENA_NEW(a, Finding);
    f->rule = t->rule;
    f->severity = SEVERITY_ERROR;
    f->function = t->function ? t->function->text : NULL;
    f->subject = t->subject ? t->subject->text : NULL;
    f->message = t->message;
    finding_label(a, f, LABEL_PRIMARY, t->at, arena_printf(a, "%s: %s", t->where, t->why));
    finding_label(a, f, LABEL_SECONDARY, (Span){t->other, t->other}, "declared here");
    finding_help(a, f, t->help, NULL);
    diag_add(p->diag, u->map, f);
}

/* The two declarations of one function. */
static void compare_declarations(const Program *p, const Unit *u, const Side *later,
                                 const Side *before, Told t)
{
    Arena *a = p->arena;
    t.why = mismatch(a, later, before, &t.where, 0);
    t.why = t.why ? t.why : mismatch(a, before, later, &t.where, 0);
    t.message = arena_printf(a, "`%s` is declared with another contract than %s", t.subject->text,
                             t.other ? "before" : "its definition has");
    t.rule = RULE_CONTRACT;
    t.help = "repeat what the other declaration says";
    if (t.why)
        report(p, u, &t);
}

static void declared_again(const Program *p, const Unit *u, const FnMeeting *m)
{
    Arena *a = p->arena;
    Side later = side_as_written(a, m->from, m->from_attrs);
    Side before = side_as_written(a, m->to, m->to_attrs);
    Told t = {.at = m->at, .other = m->sym->loc, .function = m->sym->name, .subject = m->sym->name};
    if (m->from->u.fn.has_proto && m->to->u.fn.has_proto && (m->to_safe || before.k.known))
        compare_declarations(p, u, &later, &before, t);
}

/* A library's function speaks through its model. */
static const Symbol *modelled(const Engine *e, const Symbol *f)
{
    const char *name = f->name->text;
    Name key = names_intern(e->program->names, name, strlen(name));
    const Symbol *model =
        engine_definition(e, f) ? NULL : map_get_ptr(&e->models, MAP_KEY_PTR(key));
    return model ? model : f;
}

static void assigned(const Engine *e, const Unit *u, const FnMeeting *m)
{
    const Program *p = e->program;
    Arena *a = p->arena;
    Side f = m->sym ? side_of(a, modelled(e, m->sym)) : side_of_type(a, m->from);
    Side as = side_of_type(a, m->to);
    if ((!m->from_safe && !f.k.known) || (!m->to_safe && !as.k.known))
        return; /* nothing is said that could be broken */
    Told t = {.rule = RULE_CONTRACT, .at = m->at, .function = m->function};
    t.why = mismatch(a, &f, &as, &t.where, 0);
    if (!t.why)
        return;
    t.message = "this function has another contract than the type of the pointer to it";
    if (m->sym) {
        t.subject = m->sym->name;
        t.other = m->sym->loc;
        t.message = arena_printf(a, "`%s` has another contract than the type of the pointer to it",
                                 m->sym->name->text);
    }
    t.help = "whoever calls through the pointer goes by its type: give both the same contract";
    report(p, u, &t);
}

static void misfit(const Program *p, const Unit *u, const FnMeeting *m)
{
    Told t = {.rule = RULE_UNSAFE_OPERATION,
              .message = "a function is taken for one of another type",
              .where = m->sym ? m->sym->name->text : "the pointer",
              .why = arena_printf(p->arena, "of type `%s`", type_spell(p->arena, m->from)),
              .help = "give it the type that it is called by, or put this into `__unsafe { ... }`",
              .at = m->at,
              .function = m->function};
    report(p, u, &t);
}

/* ---- across units ---------------------------------------------------------------------------- */
static bool is_checked(const Symbol *s)
{
    return s->kind == SYM_FUNCTION && s->safe && s->name && s->linkage == LINK_EXTERNAL &&
           s->type->kind == TYPE_FUNCTION && s->type->u.fn.has_proto;
}

/* The declaration that some unit sees, and the definition that another has. */
static void compare_units(const Program *p)
{
    Map first; /* Name -> what the first unit says of it */
    map_init(&first, p->arena);
    for (uint32_t i = 0; i < p->unit_count; i++) {
        const Unit *u = p->units[i].unit;
        for (uint32_t k = 0; u && k < u->globals.len; k++)
            if (is_checked(u->globals.data[k]) && u->globals.data[k]->function)
                map_put(&first, MAP_KEY_PTR(u->globals.data[k]->name),
                        (uintptr_t)u->globals.data[k]);
    }
    for (uint32_t i = 0; i < p->unit_count; i++) {
        const Unit *u = p->units[i].unit;
        for (uint32_t k = 0; u && k < u->globals.len; k++) {
            const Symbol *s = u->globals.data[k];
            const Symbol *body =
                is_checked(s) && !s->function ? map_get_ptr(&first, MAP_KEY_PTR(s->name)) : NULL;
            if (!body)
                continue;
            Side here = side_as_written(p->arena, s->type, s->attrs);
            Side there = side_as_written(p->arena, body->type, body->attrs);
            compare_declarations(
                p, u, &here, &there,
                (Told){.at = {s->loc, s->loc}, .function = s->name, .subject = s->name});
        }
    }
}

void conform_run(Engine *e)
{
    const Program *p = e->program;
    for (uint32_t i = 0; i < p->unit_count; i++) {
        const Unit *u = p->units[i].unit;
        for (uint32_t k = 0; u && k < u->meetings.len; k++) {
            const FnMeeting *m = &u->meetings.data[k];
            if (m->again)
                declared_again(p, u, m);
            else if (m->misfit)
                misfit(p, u, m);
            else
                assigned(e, u, m);
        }
    }
    compare_units(p);
}
