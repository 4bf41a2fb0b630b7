/* checks/own.c - memory and resource rules: the one table from violated obligations to rules.
 *
 * The engine hands over only what a path violates for certain, which is what audit reports. */
#include "checks/checks.h"

bool own_rule(const Violation *v, RuleId *rule)
{
    switch (v->kind) {
    case VIOLATION_FREED_USE: *rule = RULE_USE_AFTER_FREE; return true;
    case VIOLATION_MOVED_USE: *rule = RULE_INVALIDATED_BORROW; return true;
    case VIOLATION_SCOPE_USE:
    case VIOLATION_SCOPE_ESCAPE: *rule = RULE_USE_AFTER_SCOPE; return true;
    case VIOLATION_NULL: *rule = RULE_NULL_DEREF; return true;
    case VIOLATION_UNINIT: *rule = RULE_UNINIT; return true;
    case VIOLATION_RELEASED_TWICE: *rule = RULE_DOUBLE_FREE; return true;
    case VIOLATION_RELEASE_INVALID: *rule = RULE_INVALID_FREE; return true;
    case VIOLATION_RELEASE_FAMILY: *rule = RULE_MISMATCHED_FREE; return true;
    case VIOLATION_LOST: *rule = RULE_LEAK; return true;
    case VIOLATION_BOUNDS: *rule = RULE_OUT_OF_BOUNDS; return true;
    case VIOLATION_TYPE: *rule = RULE_TYPE_CONFUSION; return true;
    case VIOLATION_OVERFLOW: *rule = RULE_INTEGER_OVERFLOW; return true;
    case VIOLATION_DIVISOR: *rule = RULE_DIV_BY_ZERO; return true;
    case VIOLATION_SHIFT: *rule = RULE_BAD_SHIFT; return true;
    case VIOLATION_TAKEN_USE: *rule = RULE_USE_AFTER_MOVE; return true;
    case VIOLATION_OUTLIVES: *rule = RULE_BORROW_OUTLIVES_OWNER; return true;
    case VIOLATION_CONTRACT: *rule = RULE_CONTRACT; return true;
    case VIOLATION_UNSAFE: *rule = RULE_UNSAFE_OPERATION; return true;
    case VIOLATION_GAVE_UP: *rule = RULE_GAVE_UP; return true;
    }
    return false;
}

static void *tell(void *ctx, Arena *arena, const Analysis *an, const Violation *v)
{
    RuleId rule;
    (void)ctx;
    if (!own_rule(v, &rule))
        return NULL;
    Finding *f = ARENA_NEW(arena, Finding);
    f->rule = rule;
    f->severity = SEVERITY_ERROR;
    f->function = NAME_TEXT(an->fn->sym->name);
    own_explain(arena, an, v, rule, f);
    return f;
}

static void report(void *ctx, const Unit *unit, const void *told)
{
    Program *p = ctx;
    diag_add(p->diag, unit->map, told);
}

enum { MOST_NAMES = 10 };

/* Which functions the budget did not suffice for: their callers take them for unknown code. */
static void remark_cut_short(Program *p)
{
    uint32_t n = p->cut_short.len;
    if (!n)
        return;
    Text names;
    text_init(&names, p->arena);
    for (uint32_t i = 0; i < n && i < MOST_NAMES; i++)
        text_addf(&names, "%s`%s`", i ? ", " : "", NAME_TEXT(p->cut_short.data[i]->sym->name));
    if (n > MOST_NAMES)
        text_addf(&names, " and %u more", n - MOST_NAMES);
    diag_remark(p->diag, "%u function%s not analysed to the end within the budget: %s", n,
                n == 1 ? " was" : "s were", names.data);
}

void checks_run_program(Program *p)
{
    Engine *e = engine_new(p->arena, p);
    e->tell = tell;
    e->report = report;
    e->ctx = p;
    engine_run(e);
    declared_run(e);
    conform_run(e);
    unchecked_run(e);
    format_run(e);
    allow_run(p);
    p->slowest = e->slowest;
    p->slowest_ns = e->slowest_ns;
    remark_cut_short(p);
    engine_end(e);
}

void checks_dump_contracts(Program *p, const char *name, bool all, Text *out)
{
    Engine *e = engine_new(p->arena, p);
    engine_run(e);
    FormatCheck *formats = format_begin(e);
    ContractNotes notes = {format_print, formats};
    engine_print_contracts(e, name, all, &notes, out);
    format_end(formats);
    engine_end(e);
}

static void dump_unit(Engine *e, const ProgramUnit *unit, Text *out)
{
    for (uint32_t i = 0; i < unit->function_count; i++) {
        const MirFunction *f = unit->functions[i];
        if (!f || (e->dump_only && strcmp(e->dump_only, NAME_TEXT(f->sym->name)) != 0))
            continue;
        if (e->states && engine_safe(e, f))
            continue;
        const FunctionResult *r = engine_function(e, f);
        if (!e->states)
            summary_print(r, out);
    }
}

void checks_dump(Program *p, bool states, const char *name, Text *out)
{
    Engine *e = engine_new(p->arena, p);
    e->states = states ? out : NULL;
    e->dump_only = name;
    for (uint32_t i = 0; i < p->unit_count; i++)
        dump_unit(e, &p->units[i], out);
    engine_end(e);
}
