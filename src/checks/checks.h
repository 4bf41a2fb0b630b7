/* checks/checks.h - rules: which violated obligations become findings, and how they are told.
 *
 * What comes in: a whole program, lowered. What goes out: findings in the program's sink. Each rule
 * family decides in one file (own.c) and explains in the one beside it (own_explain.c). */
#ifndef CORTEN_CHECKS_CHECKS_H
#define CORTEN_CHECKS_CHECKS_H

#include "engine/engine.h"

/* Runs every check over the program. */
void checks_run_program(Program *p);
/* corten dump states: the states at each block of all functions (only `name`, unless NULL);
 * corten dump cases: what was inferred of them, case by case, in numbers of the engine;
 * corten dump contracts: the same as a C header, with static functions (all) or without. */
void checks_dump_contracts(Program *p, const char *name, bool all, Text *out);
void checks_dump(Program *p, bool states, const char *name, Text *out);

/* unchecked.c: results that must be looked at. */
void unchecked_run(Engine *e);
/* declared.c: level safe, declarations that do not say enough. */
void declared_run(Engine *e);
/* May the result of a function of this contract borrow from its parameter? */
bool declared_result_from(const FunctionContract *k, uint32_t param);
/* conform.c: level safe, contracts that have to agree. */
void conform_run(Engine *e);
/* allow.c: comments that silence, without a reason or of no rule. */
void allow_run(const Program *p);
/* format.c: format strings against their arguments, and where they come from. */
void format_run(Engine *e);
typedef struct FormatCheck FormatCheck;
FormatCheck *format_begin(Engine *e);
void format_end(FormatCheck *c);
/* What it knows of the function, for a contract; nothing as a rule. */
void format_print(void *check, const MirFunction *fn, Text *out);

/* own.c: the rule of a violation; false: this level does not report it. */
bool own_rule(const Violation *v, RuleId *rule);
/* own_explain.c */
void own_explain(Arena *arena, const Analysis *an, const Violation *v, RuleId rule, Finding *out);

/* ---- for those who tell ---------------------------------------------------------------------- */
static inline void finding_label(Arena *a, Finding *f, LabelKind kind, Span span, const char *text)
{
    Label l = {kind, span, text};
    if (span.begin)
        VEC_PUSH(a, &f->labels, l);
}

static inline void finding_note(Arena *a, Finding *f, const char *text)
{
    VEC_PUSH(a, &f->notes, text);
}

/* edit: one, or NULL. */
static inline void finding_help(Arena *a, Finding *f, const char *text, Edit *edit)
{
    Help h = {text, edit, edit ? 1 : 0};
    VEC_PUSH(a, &f->helps, h);
}

#endif
