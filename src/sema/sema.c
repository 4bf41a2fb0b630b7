/* sema/sema.c - the run over one unit: declaration by declaration, in the order of the source.
 *
 * What comes in: a Unit with the parser's tree. What goes out: the same tree, completed, and the
 * lists of functions and globals. The one idea: one pass, as C was made to be read: a name means
 * what has been declared so far.
 *
 * An error is told once: the node becomes an error node, whose type swallows what is said about
 * it further out; the function around it is marked broken and not looked at by later stages. */
#include "sema/sema_internal.h"

/* ---- diagnostics --------------------------------------------------------------------------- */
void sema_mark_broken(Sema *s)
{
    s->failed = true;
    for (FnState *f = s->fs; f; f = f->outer)
        f->fn->broken = true;
}

void sema_error(Sema *s, Span at, const char *fmt, ...)
{
    va_list ap;
    Text text;
    sema_mark_broken(s);
    text_init(&text, s->tree);
    va_start(ap, fmt);
    text_vaddf(&text, fmt, ap);
    va_end(ap);
    diag_c_error(s->unit->diag, s->unit->map, at, "%s", text.data);
}

void sema_error_at(Sema *s, Loc at, const char *fmt, ...)
{
    va_list ap;
    Text text;
    sema_mark_broken(s);
    text_init(&text, s->tree);
    va_start(ap, fmt);
    text_vaddf(&text, fmt, ap);
    va_end(ap);
    diag_c_error(s->unit->diag, s->unit->map, span_at(at), "%s", text.data);
}

void sema_error_note(Sema *s, Loc at, Loc other, const char *note, const char *fmt, ...)
{
    va_list ap;
    Text text;
    sema_mark_broken(s);
    text_init(&text, s->tree);
    va_start(ap, fmt);
    text_vaddf(&text, fmt, ap);
    va_end(ap);
    if (other == LOC_NONE)
        diag_c_error(s->unit->diag, s->unit->map, span_at(at), "%s", text.data);
    else
        diag_c_error_with(s->unit->diag, s->unit->map, span_at(at), "", span_at(other), note, "%s",
                          text.data);
}

/* ---- the run ------------------------------------------------------------------------------- */
static void unit_declarations(Sema *s)
{
    for (Decl *d = s->unit->ast.first; d; d = d->next)
        decl_external(s, d);
    decl_finish_unit(s);
}

bool sema_run(Unit *unit)
{
    Sema *s = ARENA_NEW(unit->tree ? unit->tree : unit->arena, Sema);
    s->unit = unit;
    s->arena = unit->arena;
    s->tree = unit->tree ? unit->tree : unit->arena;
    s->target = unit->target;
    if (!unit->types)
        unit->types = types_new(unit->arena, unit->target, unit->names);
    s->types = unit->types;
    if (unit->dialect && unit->dialect->std >= STD_C23)
        types_compare_by_content(s->types);
    unit_declarations(s);
    unit->symbol_count = s->next_symbol;
    sema_find_levels(s);
    return !s->failed;
}
