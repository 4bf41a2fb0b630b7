/* checks/declared.c - level safe: declarations that do not say enough.
 *
 *     const char *after(const char *text, const char *prefix);
 *         the result is a borrow: of which of the two?
 *
 * What comes in: a unit's functions, declared in safe code. What goes out: `contract` findings at
 * the declarations. With exactly one pointer parameter a returned borrow is bound to that. */
#include "checks/checks.h"

static bool is_borrow(const Type *t)
{
    return t->kind == TYPE_POINTER && t->elem->kind != TYPE_FUNCTION;
}

/* Does a parameter of the type hold a borrow? */
static bool holds_borrow(const Type *t, int depth)
{
    if (is_borrow(t))
        return true;
    if (t->kind == TYPE_ARRAY)
        return holds_borrow(t->elem, depth + 1);
    if (t->kind != TYPE_STRUCT || depth > 6)
        return false;
    for (uint32_t i = 0; i < t->canon->u.record->field_count; i++)
        if (holds_borrow(t->canon->u.record->fields[i].type, depth + 1))
            return true;
    return false;
}

bool declared_result_from(const FunctionContract *k, uint32_t param)
{
    uint32_t borrows = 0;
    bool said = false;
    for (uint32_t i = 0; i < k->param_count; i++) {
        said |= k->params[i].lifetimebound;
        borrows += holds_borrow(k->types[i].type, 0);
    }
    return said ? k->params[param].lifetimebound
                : borrows == 1 && holds_borrow(k->types[param].type, 0);
}

static bool says_where_from(Engine *e, const Symbol *f)
{
    const FunctionContract *k = engine_contract(e, f);
    const Type *result = f->type->elem;
    if (!is_borrow(result) || k->result.own || k->result.is_static || k->result.null_unspecified ||
        attr_find(f->attrs, ATTR_CORTEN_THREAD_ENTRY) ||
        attr_find(result->notes, ATTR_CORTEN_LIFETIMEBOUND_OF))
        return true;
    uint32_t borrows = 0;
    for (uint32_t i = 0; i < k->param_count; i++) {
        if (k->params[i].lifetimebound)
            return true;
        borrows += holds_borrow(k->types[i].type, 0);
    }
    return borrows == 1;
}

static void report(const Program *p, const Unit *unit, const Symbol *f)
{
    Arena *a = p->arena;
    Finding *finding = ARENA_NEW(a, Finding);
    Span at = {f->loc, f->loc};
    finding->rule = RULE_CONTRACT;
    finding->severity = SEVERITY_ERROR;
    finding->function = f->name->text;
    finding->subject = f->name->text;
    finding->message =
        arena_printf(a, "`%s` does not say where its result borrows from", f->name->text);
    finding_label(a, finding, LABEL_PRIMARY, at, "there is not exactly one pointer parameter");
    finding_help(a, finding, "say `__lifetimebound` on a parameter, or `__static` on the result",
                 NULL);
    diag_add(p->diag, unit->map, finding);
}

void declared_run(Engine *e)
{
    const Program *p = e->program;
    for (uint32_t i = 0; i < p->unit_count; i++) {
        const Unit *u = p->units[i].unit;
        for (uint32_t k = 0; u && k < u->globals.len; k++) {
            const Symbol *s = u->globals.data[k];
            if (s->kind == SYM_FUNCTION && s->safe && s->name && s->type->kind == TYPE_FUNCTION &&
                !says_where_from(e, s))
                report(p, u, s);
        }
    }
}
