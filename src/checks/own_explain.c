/* checks/own_explain.c - tells the story of a memory or resource finding.
 *
 * What comes in: a violation and the path's events. What goes out: a message that names the
 * expression as the user wrote it, the place of the finding, where the pointer was made, freed,
 * moved or found null, and which way the branches between went, in the order it happens:
 *
 *     free(node);        freed here: ownership moves into `free`
 *     if (verbose)       taking the true branch
 *     log_key(node->key) `node` points to freed memory */
#include "checks/checks.h"

#define MAX_BRANCHES 4

typedef struct Story {
    Arena *arena;
    const Analysis *an;
    const Violation *v;
    Finding *f;
    const char *subject; /* never NULL */
} Story;

static void add_label(Story *t, LabelKind kind, Span span, const char *text)
{
    if (!span.begin)
        return;
    Label l = {kind, span, text};
    VEC_PUSH(t->arena, &t->f->labels, l);
}

static void add_note(Story *t, const char *text)
{
    VEC_PUSH(t->arena, &t->f->notes, text);
}

static const char *variable_name(const Story *t, uint32_t region)
{
    const RegionInfo *i = region_info(t->an, region);
    if (i->kind == REGION_LOCAL && t->an->fn->locals.data[i->index].sym)
        return NAME_TEXT(t->an->fn->locals.data[i->index].sym->name);
    if (i->kind == REGION_GLOBAL)
        return NAME_TEXT(i->sym->name);
    return NULL;
}

static const char *subject_of(Arena *arena, const Analysis *an, const Violation *v)
{
    const char *text = diag_source_text(arena, an->fn->unit->map, v->subject, 48);
    return text ? text : "this pointer";
}

static bool same_line(const Story *t, Span a, Span b)
{
    const SourceMap *m = t->an->fn->unit->map;
    Position x = source_position(m, a.begin), y = source_position(m, b.begin);
    return x.file == y.file && x.line == y.line;
}

/* The branches taken between event `from` and the finding, at most the last few. */
static void tell_branches(Story *t, uint32_t from)
{
    const Event *found[MAX_BRANCHES];
    uint32_t n = 0;
    for (uint32_t i = t->v->event; i && i != from && n < MAX_BRANCHES;
         i = t->an->events.data[i].prev) {
        const Event *e = &t->an->events.data[i];
        if (e->kind != EVENT_BRANCH)
            continue;
        bool told = same_line(t, e->span, t->v->span);
        for (uint32_t k = 0; k < n; k++)
            told |= same_line(t, e->span, found[k]->span);
        if (!told)
            found[n++] = e;
    }
    while (n) {
        const Event *e = found[--n];
        add_label(t, LABEL_EVENT, e->span,
                  e->taken ? "taking the true branch" : "taking the false branch");
    }
}

static const Event *cause_event(const Story *t)
{
    return t->v->cause ? &t->an->events.data[t->v->cause] : NULL;
}

static void tell_cause(Story *t, const char *done, const char *moves)
{
    const Event *e = cause_event(t);
    if (!e)
        return;
    const char *text = !e->who    ? done
                       : e->inner ? arena_printf(t->arena, "%s in this call", done)
                       : moves    ? arena_printf(t->arena, "%s here: %s `%s`", done, moves, e->who)
                                  : arena_printf(t->arena, "%s here", done);
    add_label(t, LABEL_EVENT, e->span, text);
    if (e->inner)
        add_note(
            t, arena_printf(t->arena, "%s by `%s` in %s", done, e->who ? e->who : "it", e->inner));
}

static void tell_origin(Story *t)
{
    if (!t->v->region)
        return;
    const RegionInfo *i = region_info(t->an, t->v->region);
    if (i->kind != REGION_HEAP && i->kind != REGION_HANDLE)
        return;
    const char *what = i->kind == REGION_HANDLE ? "opened" : "allocated";
    add_label(t, LABEL_EVENT, i->span, arena_printf(t->arena, "%s here", what));
    if (i->inner)
        add_note(t, arena_printf(t->arena, "it was %s in %s", what, i->inner));
}

static void primary(Story *t, const char *message, const char *label)
{
    t->f->message = message;
    add_label(t, LABEL_PRIMARY, t->v->span, label);
}

/* ---- one function a kind --------------------------------------------------------------------- */
static void explain_dead(Story *t, const char *was, const char *memory)
{
    const Violation *v = t->v;
    if (v->argument && v->callee)
        primary(t,
                arena_printf(t->arena, "`%s` is passed to `%s` after it was %s", t->subject,
                             v->callee, was),
                arena_printf(t->arena, "points to %s", memory));
    else
        primary(t, arena_printf(t->arena, "`%s` is used after it was %s", t->subject, was),
                arena_printf(t->arena, "`%s` points to %s", t->subject, memory));
    tell_origin(t);
    tell_cause(t, was, "ownership moves into");
    tell_branches(t, v->cause);
}

static void explain_scope(Story *t, bool escapes)
{
    const Violation *v = t->v;
    const char *name = v->region ? variable_name(t, v->region) : NULL;
    const char *who = name ? arena_printf(t->arena, "`%s`", name) : "a local variable";
    if (escapes)
        primary(t, arena_printf(t->arena, "the address of %s outlives it", who),
                "its storage ends when the function returns");
    else
        primary(t,
                arena_printf(t->arena, "`%s` points to %s, whose scope has ended", t->subject, who),
                "the variable no longer exists here");
    if (v->region)
        add_label(t, LABEL_SECONDARY, region_info(t->an, v->region)->span,
                  arena_printf(t->arena, "%s is declared here", who));
    if (!escapes && cause_event(t))
        add_label(t, LABEL_EVENT, cause_event(t)->span, "its scope ends here");
}

static void explain_null(Story *t)
{
    const Violation *v = t->v;
    const char *is = v->maybe ? "may be null" : "is null";
    const Event *e = cause_event(t);
    if (v->reached && v->callee)
        primary(t,
                arena_printf(t->arena, "`%s` dereferences a pointer that %s here", v->callee, is),
                "reached from this call's arguments");
    else if (v->argument && v->callee)
        primary(
            t,
            arena_printf(t->arena, "`%s` %s, and `%s` needs an object", t->subject, is, v->callee),
            arena_printf(t->arena, "%s here", is));
    else
        primary(t, arena_printf(t->arena, "`%s` %s and is dereferenced", t->subject, is),
                arena_printf(t->arena, "%s here", is));
    if (e && e->who) {
        add_label(t, LABEL_EVENT, e->span, arena_printf(t->arena, "`%s` may return null", e->who));
        if (e->inner && e->inner[0])
            add_note(t, arena_printf(t->arena, "the null comes from %s", e->inner));
    } else if (e) {
        add_label(t, LABEL_EVENT, e->span, "found to be null here");
    }
    if (v->inner)
        add_note(t, arena_printf(t->arena, "it is dereferenced in %s", v->inner));
    tell_branches(t, v->cause);
}

static void explain_uninit(Story *t)
{
    const Violation *v = t->v;
    const char *name = v->region ? variable_name(t, v->region) : NULL;
    if (v->argument && v->callee) {
        const char *what = name ? arena_printf(t->arena, "`%s`", name) : "memory";
        primary(t,
                arena_printf(t->arena, "`%s` reads a part of %s that was never initialised",
                             v->callee, what),
                "it is read in this call");
        if (v->inner)
            add_note(t, arena_printf(t->arena, "read in %s", v->inner));
    } else {
        primary(t, arena_printf(t->arena, "`%s` is used before it is initialised", t->subject),
                "holds an indeterminate value");
    }
    if (name)
        add_label(t, LABEL_SECONDARY, region_info(t->an, v->region)->span,
                  arena_printf(t->arena, "`%s` is declared here", name));
    tell_origin(t);
    tell_branches(t, 0);
}

static void explain_released_twice(Story *t)
{
    primary(t, arena_printf(t->arena, "`%s` is released twice", t->subject),
            t->v->inner ? "released again in this call" : "released again here");
    if (t->v->inner)
        add_note(t, arena_printf(t->arena, "the second release is in %s", t->v->inner));
    tell_origin(t);
    tell_cause(t, "released", "ownership moves into");
    tell_branches(t, t->v->cause);
}

static void explain_release_invalid(Story *t)
{
    const Violation *v = t->v;
    const RegionInfo *i = region_info(t->an, v->region);
    const char *name = variable_name(t, v->region);
    if (i->kind == REGION_HEAP) {
        primary(t,
                arena_printf(t->arena, "`%s` does not point to the start of its allocation",
                             t->subject),
                arena_printf(t->arena, "`%s` needs the pointer that was allocated", v->callee));
        tell_origin(t);
    } else {
        const char *what = i->kind == REGION_STRING ? "a string literal"
                           : i->is_static ? arena_printf(t->arena, "memory of `%s`", i->maker)
                           : name         ? arena_printf(t->arena, "`%s`", name)
                                          : "a variable";
        primary(t,
                arena_printf(t->arena, "`%s` points to %s, which was never allocated", t->subject,
                             what),
                arena_printf(t->arena, "released by `%s`", v->callee));
        if (i->kind != REGION_STRING)
            add_label(t, LABEL_SECONDARY, i->span,
                      i->is_static ? "comes from here"
                                   : arena_printf(t->arena, "%s is declared here", what));
    }
    tell_branches(t, 0);
}

static void explain_family(Story *t)
{
    const Violation *v = t->v;
    const RegionInfo *i = region_info(t->an, v->region);
    const char *wanted = i->family ? NAME_TEXT(i->family) : "free";
    primary(t,
            arena_printf(t->arena, "`%s` comes from `%s` and is released by `%s`", t->subject,
                         i->maker ? i->maker : "an allocation", v->callee),
            arena_printf(t->arena, "must be released by `%s`", wanted));
    tell_origin(t);
    Help h = {arena_printf(t->arena, "release it with `%s`", wanted), NULL, 0};
    VEC_PUSH(t->arena, &t->f->helps, h);
}

static void explain_lost(Story *t)
{
    const RegionInfo *i = region_info(t->an, t->v->region);
    const char *what = i->kind == REGION_HANDLE ? "the handle" : "the memory";
    if (i->family && i->kind == REGION_HEAP)
        what = "the resource";
    primary(t,
            arena_printf(t->arena, "%s from `%s` is never released", what,
                         i->maker ? i->maker : "an allocation"),
            "the last pointer to it is lost here");
    if (i->kind == REGION_HANDLE)
        t->f->labels.data[0].text = "nothing holds it any more";
    tell_origin(t);
    tell_branches(t, 0);
    Help h = {arena_printf(t->arena, "release it with `%s` on this path",
                           i->family ? NAME_TEXT(i->family) : "free"),
              NULL, 0};
    VEC_PUSH(t->arena, &t->f->helps, h);
}

void own_explain(Arena *arena, const Analysis *an, const Violation *v, RuleId rule, Finding *out)
{
    Story t = {arena, an, v, out, subject_of(arena, an, v)};
    (void)rule;
    out->subject = t.subject;
    switch (v->kind) {
    case VIOLATION_FREED_USE: explain_dead(&t, "freed", "freed memory"); return;
    case VIOLATION_MOVED_USE: explain_dead(&t, "moved", "memory that was moved"); return;
    case VIOLATION_SCOPE_USE: explain_scope(&t, false); return;
    case VIOLATION_SCOPE_ESCAPE: explain_scope(&t, true); return;
    case VIOLATION_NULL: explain_null(&t); return;
    case VIOLATION_UNINIT: explain_uninit(&t); return;
    case VIOLATION_RELEASED_TWICE: explain_released_twice(&t); return;
    case VIOLATION_RELEASE_INVALID: explain_release_invalid(&t); return;
    case VIOLATION_RELEASE_FAMILY: explain_family(&t); return;
    case VIOLATION_LOST: explain_lost(&t); return;
    case VIOLATION_BOUNDS:
    case VIOLATION_TYPE:
    case VIOLATION_OVERFLOW:
    case VIOLATION_DIVISOR:
    case VIOLATION_SHIFT: number_explain(arena, an, v, out); return;
    }
}
